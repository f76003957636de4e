import { useState } from "react";
import { useTranslation } from "react-i18next";
import { expectedAreas, firstRegion, problemOf, travelOf, unitCount, type AreaDraft, type ReadExpected, type RegionDraft } from "./regionDraft";

interface Properties {
  isBusy: boolean;
  /** Reads the calls expected; undefined where no forecast is made for this owner. */
  onExpect: ReadExpected | undefined;
  onAsk: (draft: RegionDraft) => void;
}

/** Units that help each other, areas with their calls, and how long each unit drives to each. */
export function RegionForm({ isBusy, onExpect, onAsk }: Properties) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(firstRegion);
  const problem = problemOf(draft);
  const count = unitCount(draft);
  const change = (part: Partial<RegionDraft>) => setDraft({ ...draft, ...part });
  const changeArea = (at: number, part: Partial<AreaDraft>) => change({ areas: draft.areas.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const units = Array.from({ length: count }, (_, at) => at);
  return (
    <form className="region-form" onSubmit={(event) => { event.preventDefault(); if (!problem && !isBusy) onAsk(draft); }}>
      <div className="size-form">
        <label className="field">{t("staffing.region.units")}<input inputMode="numeric" value={draft.units} maxLength={2} aria-invalid={problem === "units"} onChange={(event) => change({ units: event.target.value })} /></label>
        <label className="field">{t("staffing.size.service")}<input inputMode="decimal" value={draft.service} maxLength={6} aria-invalid={problem === "service"} onChange={(event) => change({ service: event.target.value })} /></label>
        <label className="field">{t("staffing.region.full")}
          <select value={draft.full} onChange={(event) => change({ full: event.target.value === "lost" ? "lost" : "wait" })}><option value="wait">{t("staffing.region.wait")}</option><option value="lost">{t("staffing.region.lost")}</option></select>
        </label>
        <label className="field">{t("staffing.region.without")}<input inputMode="numeric" value={draft.without} maxLength={2} aria-invalid={problem === "without"} onChange={(event) => change({ without: event.target.value })} /></label>
      </div>
      <div className="staffing-table">
        <table>
          <caption>{t("staffing.region.areas")}</caption>
          <thead><tr><th scope="col">{t("staffing.region.area")}</th><th scope="col">{t("staffing.size.calls")}</th>{units.map((unit) => <th key={unit} scope="col">{t("staffing.region.travel", { unit: unit + 1 })}</th>)}<th scope="col"><span className="unseen">{t("staffing.region.drop")}</span></th></tr></thead>
          <tbody>
            {draft.areas.map((one, at) => (
              <tr key={at}>
                <td><input aria-label={t("staffing.region.area")} value={one.area} maxLength={60} onChange={(event) => changeArea(at, { area: event.target.value })} /></td>
                <td><input aria-label={`${t("staffing.size.calls")}, ${one.area}`} inputMode="decimal" value={one.calls} maxLength={8} onChange={(event) => changeArea(at, { calls: event.target.value })} /></td>
                {units.map((unit) => <td key={unit}><input aria-label={`${t("staffing.region.travel", { unit: unit + 1 })}, ${one.area}`} inputMode="decimal" value={one.travel[unit] ?? ""} maxLength={6} onChange={(event) => changeArea(at, { travel: travelOf(one.travel, count).map((value, index) => (index === unit ? event.target.value : value)) })} /></td>)}
                <td><button type="button" aria-label={`${t("staffing.region.drop")}: ${one.area}`} onClick={() => change({ areas: draft.areas.filter((_, index) => index !== at) })}>{t("staffing.region.dropSign")}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="buttons">
        <button type="button" onClick={() => change({ areas: [...draft.areas, { area: "", calls: "", travel: [] }] })}>{t("staffing.region.add")}</button>
        {onExpect && <button type="button" disabled={isBusy} onClick={() => void onExpect().then((hours) => { if (hours.length > 0) change({ areas: expectedAreas(hours, draft.areas) }); })}>{t("staffing.region.expect")}</button>}
        <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{t("staffing.region.ask")}</button>
      </div>
      {problem && <p role="alert" className="problem-line">{t(`staffing.region.problem.${problem}`)}</p>}
    </form>
  );
}
