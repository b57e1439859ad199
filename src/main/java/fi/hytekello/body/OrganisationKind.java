package fi.hytekello.body;

/** What an organisation is (R0-13); the order is that of lists. */
public enum OrganisationKind {
    MUNICIPALITY,
    /** Kuntayhtymä. */
    JOINT_AUTHORITY,
    /** Sairaanhoitopiiri; they ended on 31.12.2022. */
    HOSPITAL_DISTRICT,
    WELLBEING_COUNTY,
    STATE_AUTHORITY,
    /** School, university or other place of learning. */
    SCHOOL,
    NGO,
    PARISH,
    /** Centre of expertise, such as that on social welfare. */
    EXPERTISE_CENTRE,
    COMPANY,
    OTHER
}
