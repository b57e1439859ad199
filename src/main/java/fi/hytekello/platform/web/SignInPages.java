package fi.hytekello.platform.web;

import fi.hytekello.platform.security.IdentityProvider;
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
