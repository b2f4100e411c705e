/**
 * Personal data that visitors type finds no way to a model: e-mail addresses, phone numbers, accounts and cards are replaced by
 * placeholders before a prompt is written and put back in the answer (data minimisation, Art. 5(1)(c) GDPR; SEED-C24). All of
 * it happens here, by rules; no text is sent anywhere to be recognised.
 */
@NullMarked
package eu.lethe.chat.redaction;

import org.jspecify.annotations.NullMarked;
