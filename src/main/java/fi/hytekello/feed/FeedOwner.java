package fi.hytekello.feed;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import java.util.Locale;

/** Whose calendar a feed is. */
public sealed interface FeedOwner {

    /** One person's, in that person's language. */
    record Own(Username person) implements FeedOwner {}

    /** The common one of a municipality, in one of its languages. */
    record Common(MunicipalityCode municipality, Locale language) implements FeedOwner {}
}
