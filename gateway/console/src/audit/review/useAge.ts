import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { spoken } from "./review";

/** Says how old something is: `3 dagen`. */
export function useAge(): (milliseconds: number) => string {
  const { t } = useTranslation();
  return useCallback((milliseconds) => {
    const { unit, count } = spoken(milliseconds);
    return t(`audit.age.${unit}`, { count });
  }, [t]);
}
