import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { IncidentSource } from "../generated/handhaving/dispatch/v1/incident_pb";
import { useStore } from "../time/store";
import { sourceKeys } from "./sources";
import { CautionsField } from "../judging/CautionsField";
import { TextField } from "../asking/TextField";

/** What most reports do without: a warning for who goes there, where it came from, who reports. */
export function MoreFields() {
  const { t } = useTranslation();
  const { draft } = useDesk();
  const state = useStore(draft);
  const isAnonymous = state.source === IncidentSource.ANONYMOUS_TIP;
  const choose = (value: string) => {
    const [source] = sourceKeys.find(([one]) => String(one) === value) ?? [IncidentSource.PHONE];
    // Of an anonymous tip nobody who reports is kept, also not what was typed before.
    draft.change(source === IncidentSource.ANONYMOUS_TIP ? { source, reporterName: "", reporterPhone: "" } : { source });
  };
  return (
    <details className="more-fields">
      <summary>{t("report.more")}</summary>
      <CautionsField text={state.cautions} onChange={(cautions) => draft.change({ cautions })} />
      <label className="field">{t("report.source")}
        <select value={state.source} onChange={(event) => choose(event.target.value)}>
          {sourceKeys.map(([source, key]) => <option key={key} value={source}>{t(`source.${key}`)}</option>)}
        </select>
      </label>
      {!isAnonymous && (
        <>
          <TextField label={t("report.reporterName")} value={state.reporterName} most={200} onChange={(reporterName) => draft.change({ reporterName })} />
          <TextField label={t("report.reporterPhone")} value={state.reporterPhone} most={32} type="tel" onChange={(reporterPhone) => draft.change({ reporterPhone })} />
        </>
      )}
    </details>
  );
}
