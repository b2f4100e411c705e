/** What the launcher says, by language. */
export const launcherTexts = {
  en: { open: 'Open chat', close: 'Close chat', failed: 'The chat could not be loaded. Please try again.' },
  de: { open: 'Chat öffnen', close: 'Chat schließen', failed: 'Der Chat konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.' },
  fi: { open: 'Avaa keskustelu', close: 'Sulje keskustelu', failed: 'Keskustelua ei voitu ladata. Yritä uudelleen.' },
  es: { open: 'Abrir el chat', close: 'Cerrar el chat', failed: 'No se ha podido cargar el chat. Inténtelo de nuevo.' },
  fr: { open: 'Ouvrir le chat', close: 'Fermer le chat', failed: 'Le chat n’a pas pu être chargé. Veuillez réessayer.' },
  sv: { open: 'Öppna chatten', close: 'Stäng chatten', failed: 'Chatten kunde inte laddas. Försök igen.' },
};
