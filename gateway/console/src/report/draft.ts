import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { IncidentSource, type IncidentType } from "../generated/handhaving/dispatch/v1/incident_pb";
import { ReportIncidentRequestSchema } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { cautionsIn, isTaken } from "../judging/cautions";
import type { Place } from "../places/place";
import { Store } from "../time/store";

/** Where the chosen point lies, as the platform says. */
export type Whereabouts = "unknown" | "inTeam" | "otherTeam" | "outside";

export interface DraftState {
  typeWords: string;
  /** Code of the chosen kind; empty = none yet. */
  type: string;
  /** Code of the kind that was chosen and that the municipality does not have; empty = none. */
  typeElsewhere: string;
  placeWords: string;
  place: Place | undefined;
  whereabouts: Whereabouts;
  /** Code of the municipality it is reported in. */
  municipality: string;
  description: string;
  /** 0 = not judged yet. */
  priority: number;
  /** Whether somebody said the priority; until then it is the one of the kind. */
  isPrioritySaid: boolean;
  priorityReason: string;
  /** What a crew must know, one on each line. */
  cautions: string;
  /** Why there is no place. */
  whyNoPlace: string;
  source: IncidentSource;
  reporterName: string;
  reporterPhone: string;
}

export const blank: DraftState = {
  typeWords: "", type: "", typeElsewhere: "", placeWords: "", place: undefined, whereabouts: "unknown", municipality: "", description: "", priority: 3, isPrioritySaid: false, priorityReason: "", cautions: "", whyNoPlace: "",
  source: IncidentSource.PHONE, reporterName: "", reporterPhone: "",
};

type Kind = Pick<IncidentType, "code" | "displayName" | "defaultPriority">;

/** The report that is being typed. It stays when the form is put away, and when the connection or the sign-in goes. */
export class Draft extends Store<DraftState> {
  constructor() {
    super(blank);
  }

  change = (changes: Partial<DraftState>): void => this.set({ ...this.state, ...changes });

  /** Words of a kind that is not chosen yet. */
  seekType = (typeWords: string): void => this.change({ typeWords, type: "", typeElsewhere: "" });

  chooseType = ({ code, displayName, defaultPriority }: Kind): void =>
    this.change({ typeWords: displayName, type: code, typeElsewhere: "", ...(!this.state.isPrioritySaid && { priority: defaultPriority || blank.priority }) });

  sayPriority = (priority: number): void => this.change({ priority, isPrioritySaid: true });

  /** The municipality turned out to be another: its own list says whether the chosen kind is there, what it is called and how urgent it is. */
  fitType = (types: readonly Kind[]): void => {
    const wanted = this.state.type || this.state.typeElsewhere;
    if (wanted === "" || types.length === 0) return;
    const kind = types.find(({ code }) => code === wanted);
    if (kind) this.chooseType(kind);
    else this.change({ type: "", typeElsewhere: wanted });
  };

  clear = (): void => this.set(blank);

  /** Something was typed that is not kept anywhere. */
  get isBegun(): boolean {
    const { typeWords, placeWords, place, description, cautions, whyNoPlace, reporterName, reporterPhone } = this.state;
    return place !== undefined || [typeWords, placeWords, description, cautions, whyNoPlace, reporterName, reporterPhone].some((text) => text.trim() !== "");
  }

  /** Lets the browser ask before the page is left with a report that was begun; gives what ends it. */
  guard = (): (() => void) => {
    const warn = (event: BeforeUnloadEvent) => { if (this.isBegun) event.preventDefault(); };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  };
}

export type Missing = "what" | "municipality" | "area" | "cautions";

/** What keeps a report from being saved; none of it is more than a text or a place, and a municipality. */
export function missingOf(draft: DraftState): Missing | undefined {
  if (!draft.place && wordsOf(draft).length === 0) return "what";
  if (draft.whereabouts === "outside" || draft.whereabouts === "otherTeam") return "area";
  if (draft.municipality === "") return "municipality";
  if (!isTaken(cautionsIn(draft.cautions))) return "cautions";
  return undefined;
}

/** Without type, priority and place, or why there is none, it is received, and judged later. */
export function isComplete(draft: DraftState): boolean {
  return draft.type !== "" && draft.priority > 0 && (draft.place !== undefined || draft.whyNoPlace.trim() !== "");
}

/** A kind that is on no list and a place that is not on the map are not lost: they go with the text. */
function wordsOf(draft: DraftState): string[] {
  const words = [draft.type === "" ? draft.typeWords : "", draft.place ? "" : draft.placeWords, draft.description];
  return words.map((text) => text.trim()).filter((text) => text !== "");
}

export function requestOf(draft: DraftState): MessageInitShape<typeof ReportIncidentRequestSchema> {
  const { place } = draft;
  const hasReporter = draft.reporterName.trim() !== "" || draft.reporterPhone.trim() !== "";
  return create(ReportIncidentRequestSchema, {
    parent: `municipalities/${draft.municipality}`,
    incident: {
      source: draft.source,
      type: draft.type,
      priority: draft.priority,
      priorityReason: draft.priorityReason.trim(),
      description: wordsOf(draft).join("\n"),
      cautions: cautionsIn(draft.cautions),
      locationUnknownReason: place ? "" : draft.whyNoPlace.trim(),
      ...(place && { location: { position: { latitude: place.latitude, longitude: place.longitude }, description: place.name } }),
    },
    ...(hasReporter && { reporter: { displayName: draft.reporterName.trim(), phone: draft.reporterPhone.trim() } }),
  });
}
