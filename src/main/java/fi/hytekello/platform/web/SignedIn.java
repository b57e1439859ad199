package fi.hytekello.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether there is a menu to show, and which page of it this is. */
@ControllerAdvice
class SignedIn {

    @ModelAttribute("signedIn")
    boolean signedIn(HttpServletRequest request) {
        return request.getUserPrincipal() != null;
    }

    /** Username, empty where nobody is signed in. */
    @ModelAttribute("signedInAs")
    String signedInAs(HttpServletRequest request) {
        return Objects.toString(request.getRemoteUser(), "");
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
