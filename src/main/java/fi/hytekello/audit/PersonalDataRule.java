package fi.hytekello.audit;

/**
 * What a feature holds of people who have no account, so that each can get it all (GDPR article 15, domain chapter 1.5);
 * a bean of the feature.
 *
 * @param what names the rows in the file by the text {@code personalData.<what>}
 * @param query statement that finds a person's rows of a tenant by {@code :tenant} and {@code :email} and {@code :name},
 *     both in small letters and {@code :email} empty where none is known. Each column is named in the file by the text
 *     {@code personalData.<column>}; the value of one whose name ends in {@code _key} is the key of a text
 */
public record PersonalDataRule(String what, String query) {}
