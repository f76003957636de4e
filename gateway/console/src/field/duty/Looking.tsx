import { useTranslation } from "react-i18next";
import type { Failure } from "../../contracts/failure";
import { useFailureText } from "../../contracts/useFailureText";
import { useField } from "../field";

export function Looking({ failure }: { failure: Failure | undefined }) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const { duty } = useField();
  if (!failure) return <p className="nothing" role="status">{t("field.looking")}</p>;
  return (
    <div role="alert" className="trouble">
      <p><strong>{textOf(failure)}</strong></p>
      <p>{t("field.lookingFails")}</p>
      <button type="button" className="key" onClick={() => void duty.look()}>{t("connection.retry")}</button>
    </div>
  );
}
