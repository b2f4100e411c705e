/**
 * What every component may know and nothing more: whose data it is, who is asking, what a refusal looks like, and
 * which fields are about a person. The kernel knows no other component, holds no entity and no enterprise bean.
 */
@NullMarked
package eu.lethe.compliance.kernel;

import org.jspecify.annotations.NullMarked;
