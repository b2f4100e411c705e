/**
 * Measures a running Lethe from outside, as a visitor's browser meets it. Plain JDK, run by hand against an installation whose
 * model is the stub; no test asserts its figures, machines differ.
 */
@NullMarked
package eu.lethe.bench;

import org.jspecify.annotations.NullMarked;
