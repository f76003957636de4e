import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { useAnswer } from "../asking/useAnswer";
import { dayOf } from "../capacity/calendar/period";
import type { DemandService } from "../generated/handhaving/capacity/v1/demand_service_pb";
import type { SizeUnitsResponse, StaffingService } from "../generated/handhaving/capacity/v1/staffing_service_pb";
import { timeOfDay } from "../time/words";
import { readForecast, type Forecast } from "./forecast/forecast";
import { ForecastResult } from "./forecast/ForecastResult";
import { askedOf, firstDraft, stretchOf, type SizeDraft } from "./sizing/sizeDraft";
import { SizeForm } from "./sizing/SizeForm";
import { SizeResult } from "./sizing/SizeResult";

interface Properties {
  clients: { demand: Client<typeof DemandService>; staffing: Client<typeof StaffingService> };
  owner: string;
}

/** Calls to be expected, and the units that they need; read when somebody asks, since reading is logged. */
export function HoursPart({ clients, owner }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const forecast = useAnswer<Forecast>();
  const size = useAnswer<{ answer: SizeUnitsResponse; asked: SizeDraft }>();
  const [draft, setDraft] = useState<SizeDraft>();
  const [first] = useState(() => firstDraft(dayOf(Date.now())));
  const { start, end } = stretchOf(draft ?? first);
  const hasForecast = draft?.source === "demand" && owner.startsWith("municipalities/");
  const ask = (asked: SizeDraft) => {
    setDraft(asked);
    void size.ask(async () => ({ answer: await clients.staffing.sizeUnits({ parent: owner, ...askedOf(asked) }), asked }));
    if (asked.source !== "demand" || !owner.startsWith("municipalities/")) return;
    const stretch = stretchOf(asked);
    void forecast.ask(() => readForecast(clients.demand, owner, stretch.start, stretch.end));
  };
  return (
    <>
      <SizeForm first={first} isBusy={size.isAsking || forecast.isAsking} onAsk={ask} />
      <p role="status">{size.isAsking || forecast.isAsking ? t("staffing.reading") : size.answeredAt !== 0 ? t("staffing.readAt", { time: timeOfDay(size.answeredAt) }) : t("staffing.about")}</p>
      {draft?.source === "demand" && !hasForecast && <p className="quiet">{t("staffing.forecast.notOfTeam")}</p>}
      {hasForecast && forecast.failure && <FailureBox failure={forecast.failure} advice={readingAdviceOf(forecast.failure)} retry={() => void forecast.ask(() => readForecast(clients.demand, owner, start, end))} signInBeside={signInBeside} />}
      {hasForecast && forecast.answer && <ForecastResult forecast={forecast.answer} />}
      {size.failure && (size.failure.reason !== forecast.failure?.reason || !hasForecast) && <FailureBox failure={size.failure} advice={readingAdviceOf(size.failure)} retry={draft && (() => ask(draft))} signInBeside={signInBeside} />}
      {size.answer && <SizeResult {...size.answer} />}
    </>
  );
}
