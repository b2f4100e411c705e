package eu.lethe.system;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages with the widget on them, each in a browser without a past, and what a visitor does there. */
final class WidgetPages implements AutoCloseable {

    /** Names of everything a page may keep in the browser. */
    static final String STORED =
            "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join()";

    private static final double PATIENCE = 30_000;

    private final RunningLethe lethe;
    private final Browser browser = new Browser();
    private final List<BrowserContext> opened = new ArrayList<>();

    WidgetPages(RunningLethe lethe) {
        this.lethe = lethe;
    }

    Page demo() {
        return demo(new NewContextOptions());
    }

    Page demo(NewContextOptions options) {
        var page = page(options);
        page.navigate(lethe.demo().toString());
        return page;
    }

    Page page(NewContextOptions options) {
        var context = browser.chromium().newContext(options.setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        opened.add(context);
        return context.newPage();
    }

    /** A page of somebody else's with the widget's script tag. */
    void host(Page page, String address, String policy, String attributes) {
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(policy.isEmpty() ? Map.of() : Map.of("Content-Security-Policy", policy))
                        .setBody("<!doctype html><html lang=en><title>Page</title><body><script src='" + lethe.url()
                                + "/widget/lethe.js' data-site=demo " + attributes + " defer></script>")));
        page.navigate(address);
    }

    /** The policy of a page that allows nothing but Lethe. */
    String strictPolicy() {
        return "default-src 'none'; script-src " + lethe.url() + "; connect-src " + lethe.url()
                + "; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    static void open(Page page) {
        page.locator(".launcher").click();
        page.locator("textarea").waitFor();
    }

    static void ask(Page page, String text) {
        int before = page.locator(".theirs .about").count();
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        answered(page, before + 1);
    }

    static void answered(Page page, int times) {
        page.locator(".theirs .about")
                .nth(times - 1)
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(PATIENCE));
    }

    void closePages() {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }

    @Override
    public void close() {
        closePages();
        browser.close();
    }
}
