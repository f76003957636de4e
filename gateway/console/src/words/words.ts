import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import nl from "./nl";
import type { PageWords } from "./pageWords";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof nl & PageWords };
  }
}

export type Language = "nl" | "en";

const remembered = "handhaving-language";

/** Dutch unless somebody chose otherwise on this machine. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "nl",
    fallbackLng: "nl",
    resources: { nl: { translation: nl } },
    interpolation: { escapeValue: false }, // React escapes
  });
  const chosen = localStorage.getItem(remembered) === "en" ? "en" : "nl";
  await speak(chosen).catch(() => speak("nl")); // whose words are here
}

/** What could not be loaded leaves the language as it is. */
export async function switchLanguage(): Promise<void> {
  const language: Language = i18next.language === "nl" ? "en" : "nl";
  await speak(language);
  localStorage.setItem(remembered, language);
}

// English comes when somebody wants it; who reads Dutch does not wait for it.
async function speak(language: Language): Promise<void> {
  if (language === "en") i18next.addResourceBundle("en", "translation", (await import("./en")).default, true, false);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
