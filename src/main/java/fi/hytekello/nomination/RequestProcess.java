package fi.hytekello.nomination;

import fi.hytekello.inbox.InboxMailId;

/** What the process of a request has to know. */
public interface RequestProcess {

    /** After its deadline the organisation has answered or declined: nothing is awaited any more. */
    void answered(RequestId id);

    /** The request has another deadline: it is awaited until then, also where it was settled before. */
    void deadlineMoved(Request request);

    /** Somebody is to take another's place, if the coordinator confirms it. */
    void replacementGiven(Request request, long nominee);

    /** A mail about the request has come: the registry reads it. */
    void mailArrived(Request request, InboxMailId mail);
}
