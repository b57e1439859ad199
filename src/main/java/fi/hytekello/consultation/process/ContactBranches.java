package fi.hytekello.consultation.process;

import fi.hytekello.consultation.Contacts;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The branches of a consultation: the ids of its contacts, one for each municipality. */
@Component("managementContacts")
public class ContactBranches {

    private final Contacts contacts;

    ContactBranches(Contacts contacts) {
        this.contacts = contacts;
    }

    public List<String> of(DelegateExecution execution) {
        return contacts.of(ConsultationVariables.consultation(execution)).stream()
                .map(contact -> contact.id().toString())
                .toList();
    }
}
