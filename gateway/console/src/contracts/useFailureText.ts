import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "./failure";

/** Gives the sentence of a failure in the language of the screen. */
export function useFailureText(): (failure: Failure) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (failure) => {
      const said = i18n.language === "nl" ? failure.dutch : failure.english;
      if (said !== "") return said;
      return t(failure.reason === "NO_ANSWER" ? "failure.noAnswer" : "failure.unknown");
    },
    [t, i18n.language],
  );
}
