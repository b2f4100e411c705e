/**
 * What visitors do about their own data, from the widget (Art. 12(2) GDPR: make it easy). The token of the browser is proof for
 * what that browser has left; who has lost it proves an e-mail address with a code. Everything goes through the gate of the visitor API.
 */
@NullMarked
package eu.lethe.widget.privacy;

import org.jspecify.annotations.NullMarked;
