package eu.lethe.compliance.personaldata;

import java.util.List;
import java.util.Map;

/**
 * Everything one store holds of a kind about a person, opened and readable, for an access report or an export (Art. 15, 20 GDPR).
 *
 * @param entity stable, kebab-case, for example {@code message}; the key of its title in the reports' resource bundles
 * @param rows one map a row: field name (camelCase, stable: it is the export's schema) to text, number, boolean, ISO instant or null
 */
public record Extract(String entity, List<Map<String, Object>> rows) {}
