package eu.lethe.compliance.personaldata;

import java.util.List;
import java.util.Map;

/**
 * Everything one store holds of a kind about a person, opened and readable, for an access report or an export (Art. 15, 20 GDPR).
 *
 * <p>What it is called and what its fields mean stands beside the store, in the resources of the store's own package: the JSON
 * Schema {@code <entity>.schema.json} (the export's contract, English) and the resource bundle {@code extract} (titles of entities,
 * fields and values for people to read: {@code message}, {@code message.author}, {@code message.author.VISITOR}).
 *
 * @param entity stable, kebab-case, for example {@code message}
 * @param rows one map a row: field name (camelCase, stable) to text, number, boolean, ISO instant or null; {@link Row} makes one
 */
public record Extract(String entity, List<Map<String, Object>> rows) {}
