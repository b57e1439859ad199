package fi.hytekello.process;

/** Stretches of work that several tests walk through to reach what they test. */
record Steps(Walk walk) {

    void confirmCycle() {
        walk.complete("Activity_ConfirmCalendar");
        walk.complete("Activity_ConfirmCycle", "cycleConfirmed", true);
    }

    /** From the start of the report to the manager's approval. */
    void prepareReport() {
        walk.completeForAll("Activity_ReportMeasures");
        reviewIndicators();
        draftReport();
    }

    void reviewIndicators() {
        walk.executeJobOf("Activity_ImportIndicators");
        walk.completeForAll("Activity_ExplainIndicators");
        walk.complete("Activity_DiscussIndicators", "discussionDone", true);
    }

    void draftReport() {
        walk.complete("Activity_WriteDraft");
        walk.complete("Activity_HandleDraft", "draftAccepted", true);
        askNobody();
    }

    /** The coordinator asks for no statements. */
    void askNobody() {
        walk.complete("Activity_PrepareRequest", "statementsRequested", false);
    }

    void managerSays(String outcome) {
        walk.complete("Activity_ApproveDocument", "managerOutcome", outcome);
    }

    /** The decision of the board or the council, whichever is awaited. */
    void decide(String outcome) {
        walk.complete("Activity_RecordDecision", "bodyOutcome", outcome);
    }

    /** From the manager's approval to the end of the report. */
    void acceptReport() {
        managerSays("APPROVED");
        decide("APPROVED");
        decide("APPROVED");
        walk.complete("Activity_PublishReport");
    }

    /** From the opening of the proposals to their end, without any. */
    void closeProposals() {
        walk.executeJobOf("Event_ProposalsOpen");
        walk.send("proposals.roundClosed");
        walk.complete("Activity_ReconcileProposals", "proposalsReconciled", true);
    }

    /** From the start of the linking to the board. */
    void linkMeasures() {
        walk.complete("Activity_LinkMeasures");
        walk.complete("Activity_DecideMeasures", "proposalReady", true);
    }

    /** The negotiation beside the autumn's work. */
    void negotiate() {
        walk.executeJobOf("Event_NegotiationOpens");
        walk.complete("Activity_PrepareNegotiation", "negotiationArranged", true);
        walk.complete("Activity_RecordNegotiation", "negotiationOutcome", "HELD");
    }

    /** From the opening of the half-year follow-up to its end. */
    void followUp() {
        walk.executeJobOf("Event_FollowUpOpens");
        reportHalfYear();
    }

    void reportHalfYear() {
        walk.completeForAll("Activity_ReportFollowUp");
        walk.complete("Activity_SummariseFollowUp");
        decide("NOTED");
    }
}
