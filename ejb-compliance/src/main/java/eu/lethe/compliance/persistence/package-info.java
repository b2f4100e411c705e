/**
 * How Java types meet PostgreSQL: converters both persistence units share. EclipseLink alone breaks on a null UUID and
 * serialises an Instant, so neither may reach it unconverted.
 */
@NullMarked
package eu.lethe.compliance.persistence;

import org.jspecify.annotations.NullMarked;
