import { useTranslation } from "react-i18next";
import "../../words/pages/reason";
import { reasonKey } from "./reasons";

/** Why something was refused, or which rule was set aside, in words; the code is its title. */
export function ReasonWords({ code }: { code: string }) {
  const { t } = useTranslation();
  const key = reasonKey(code);
  return key ? <span title={code}>{t(`reason.${key}`)}</span> : <code>{code}</code>;
}
