import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en";
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
    lng: localStorage.getItem(remembered) === "en" ? "en" : "nl",
    fallbackLng: "nl",
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
  });
  document.documentElement.lang = i18next.language;
}

export async function switchLanguage(): Promise<void> {
  const language: Language = i18next.language === "nl" ? "en" : "nl";
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
