package fi.hytekello.worklist.process;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The engine wraps what a listener throws and answers 500 with its own wording. So the refusal is noted on the web
 * request, where {@link fi.hytekello.platform.web.EngineAnswerFilter} finds it.
 */
@Component
class ProblemOfRequest {

    void remembering(Runnable check) {
        try {
            check.run();
        } catch (RuntimeException refusal) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (request != null) {
                request.setAttribute(
                        fi.hytekello.platform.web.EngineAnswerFilter.REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
            }
            throw refusal;
        }
    }
}
