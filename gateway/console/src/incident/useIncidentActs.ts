import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useTranslation } from "react-i18next";
import type { Pause } from "../asking/HoldForm";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Place } from "../places/place";
import { classificationOf, judgementOf, type Judgement } from "../judging/judgement";

/** The acts on an incident as a whole, each on the version that is on the screen. */
export function useIncidentActs(incident: Incident) {
  const { name, etag, number } = incident;
  const { t } = useTranslation();
  const { acts, clients } = useDesk();
  const run = (said: string, send: (requestId: string) => Promise<unknown>) => acts.run(name, `${number}: ${said}`, send);
  return {
    close: () => run(t("state.closed"), (requestId) => clients.incidents.closeIncident({ name, etag, requestId })),
    release: () => run(t("state.pending"), (requestId) => clients.incidents.releaseIncident({ name, etag, requestId })),
    hold: ({ kind, until, reason }: Pause) => run(t("act.held"), (requestId) => clients.incidents.holdIncident({ name, etag, kind, untilTime: timestampFromMs(until), reason, requestId })),
    ask: (until: number, question: string) => run(t("state.awaitingReporter"), (requestId) => clients.incidents.askReporter({ name, etag, question, untilTime: timestampFromMs(until), requestId })),
    answer: (answer: string) => run(t("act.answered"), (requestId) => clients.incidents.recordReporterAnswer({ name, etag, answer, requestId })),
    move: (place: Place, reason: string) =>
      run(t("act.moved"), (requestId) => clients.incidents.moveIncident({ name, etag, reason, location: { position: { latitude: place.latitude, longitude: place.longitude }, description: place.name }, requestId })),
    settle: (disposition: string) => run(t("state.handled"), (requestId) => clients.incidents.recordDisposition({ name, etag, disposition, requestId })),
    cancel: (reason: string) => run(t("state.cancelled"), (requestId) => clients.incidents.cancelIncident({ name, etag, reason, requestId })),
    reopen: (reason: string) => run(t("state.pending"), (requestId) => clients.incidents.reopenIncident({ name, etag, reason, requestId })),
    reprioritise: (priority: number, reason: string) => run(t("queue.priority", { priority }), (requestId) => clients.incidents.reprioritiseIncident({ name, etag, priority, reason, requestId })),
    classify: (judgement: Judgement) => run(t("act.classified"), (requestId) => clients.incidents.classifyIncident({ ...classificationOf(incident, judgement), requestId })),
    warn: (cautions: readonly string[]) => run(t("act.cautions"), (requestId) => clients.incidents.classifyIncident({ ...classificationOf(incident, { ...judgementOf(incident), cautions }), requestId })),
    note: (text: string) => run(t("act.note"), (requestId) => clients.incidents.addNote({ name, text, requestId })),
  };
}
