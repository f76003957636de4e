import { useTranslation } from "react-i18next";
import { cautionsIn, isTaken, mostText } from "./cautions";
import { TextField } from "../asking/TextField";

/** What a crew must know, one on each line. */
export function CautionsField({ text, onChange, lines = 2 }: { text: string; onChange: (text: string) => void; lines?: number }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField label={t("act.text.cautions")} value={text} lines={lines} most={mostText} onChange={onChange} />
      {!isTaken(cautionsIn(text)) && <p role="alert" className="missing">{t("act.cautionsTooMany")}</p>}
    </>
  );
}
