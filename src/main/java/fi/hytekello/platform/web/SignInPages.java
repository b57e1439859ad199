package fi.hytekello.platform.web;

import fi.hytekello.platform.security.IdentityProvider;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages before and after a session. */
@Controller
class SignInPages {

    private final IdentityProvider provider;

    SignInPages(IdentityProvider provider) {
        this.provider = provider;
    }

    /**
     * The session as it is now, for a page that was opened in an earlier one.
     *
     * @param user whose session it is
     * @param header that carries the token against forged requests
     */
    record SessionState(String user, String header, String token) {}

    @GetMapping("/session")
    ResponseEntity<SessionState> session(Principal user, CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SessionState(user.getName(), token.getHeaderName(), token.getToken()));
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("provider", provider.signInPath().orElse(null));
        return "templates/login";
    }

    @GetMapping("/logout-page")
    String logout() {
        return "templates/logout";
    }
}
