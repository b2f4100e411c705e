/**
 * Controllers (accounts) and the people who work for them (members), with their roles and logins. Passwords are kept
 * one-way (SEED-O9); an account is the unit of isolation and every other row names one.
 */
@NullMarked
package eu.lethe.compliance.accounts;

import org.jspecify.annotations.NullMarked;
