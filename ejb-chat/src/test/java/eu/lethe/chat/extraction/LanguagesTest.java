package eu.lethe.chat.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|You can change your password in the settings, and it takes effect at once for all of your devices.",
                "de|Sie können Ihr Passwort in den Einstellungen ändern, und es gilt sofort auf allen Geräten.",
                "fr|Vous pouvez modifier votre mot de passe dans les paramètres, et il est valable pour tous les appareils.",
                "es|Puede cambiar su contraseña en la configuración y se aplica de inmediato en todos los dispositivos que usa.",
                "fi|Voit vaihtaa salasanan asetuksista, ja se on heti voimassa, kun kirjaudut sisään tai jos olet jo sisällä.",
                "nl|U kunt uw wachtwoord in de instellingen wijzigen en het is direct van toepassing op al uw apparaten.",
                "zh|您可以在设置中更改密码，更改会立即在所有设备上生效。请访问 Login 网站。",
                "ja|設定でパスワードを変更できます。すべてのデバイスですぐに有効になります。",
                "ar|يمكنك تغيير كلمة المرور في الإعدادات",
                "uk|Ви можете змінити пароль у налаштуваннях, і він відразу діє на всіх ваших пристроях, якщо це так."
            })
    void tellsLanguagesApart(String language, String text) {
        assertThat(Languages.guess(text)).isEqualTo(language);
    }

    @Test
    void doesNotGuessFromAFewWords() {
        assertThat(Languages.guess("Login.gov")).isNull();
    }

    @Test
    void believesALongTextMoreThanItsTemplate() {
        String german =
                "Sie können Ihr Passwort in den Einstellungen ändern, und es gilt sofort auf allen Geräten. ".repeat(6);

        assertThat(Languages.decide("en", german)).isEqualTo("de");
        assertThat(Languages.decide("de-CH", german)).isEqualTo("de-CH");
        assertThat(Languages.decide("is", german)).isEqualTo("is");
        assertThat(Languages.decide("en", "Kurz und gut")).isEqualTo("en");
    }

    @Test
    void readsTagsAsPeopleWriteThem() {
        assertThat(Languages.tidy("pt_br")).isEqualTo("pt-BR");
        assertThat(Languages.tidy(" EN ")).isEqualTo("en");
        assertThat(Languages.tidy("<script>")).isNull();
    }
}
