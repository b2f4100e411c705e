package eu.lethe.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The mail server of the system tests: takes every letter and shows it. */
final class PostOffice {

    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    PostOffice() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** The letters to an address, the oldest first. */
    List<String> to(String address) throws MessagingException, IOException {
        var letters = new ArrayList<String>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                letters.add(message.getSubject() + "\n" + message.getContent());
            }
        }
        return letters;
    }

    /** Waits for as many letters and gives the last. */
    String await(int letters, String address) throws MessagingException, IOException {
        RunningLethe.await(letters + " letters", () -> to(address).size() >= letters);
        return to(address).get(letters - 1);
    }

    /** Waits for as many letters and reads the code in the last. */
    String code(int letters, String address) throws MessagingException, IOException {
        var code = CODE.matcher(await(letters, address));
        if (!code.find()) {
            throw new AssertionError("no code in the letter");
        }
        return code.group();
    }
}
