package fi.hytekello.demo.simulation;

import fi.hytekello.body.Body;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.nomination.RoundId;
import java.util.List;
import java.util.Queue;

/**
 * A round of nominations while it is played.
 *
 * @param place the regional council
 * @param year in which the letter goes
 * @param cues the whole script
 * @param toCome what organisations have not done yet, in the order of its days
 */
record RoundStage(
        Municipality place,
        Body body,
        RoundId round,
        int year,
        List<NominationCue> cues,
        Queue<NominationCue> toCome,
        Timeline timeline) {}
