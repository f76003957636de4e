import { useTranslation } from "react-i18next";
import { useNow } from "../time/clock";
import { minutesAndSeconds } from "../time/words";
import { useStore } from "../time/store";
import type { Session } from "./session";

/** Says that the sign-in ends, before it does, when it could not be renewed by itself. */
export function SessionEnd({ session }: { session: Session }) {
  const { t } = useTranslation();
  const now = useNow();
  const state = useStore(session);
  if (state.phase !== "signedIn") return null;
  const left = state.expiresAt - now;
  if (!state.renewalFails && left > 0) return null;
  return (
    <div className={left > 0 ? "session-end" : "session-end over"}>
      {/* Read aloud once when it comes and once when it is over: the seconds that count down are for the eye. */}
      <span className="unseen" role="alert">{left > 0 ? t("session.signInBeside") : t("session.ended")}</span>
      <span aria-hidden>{left > 0 ? t("session.endsSoon", { time: minutesAndSeconds(left) }) : t("session.ended")}</span>
      <button className="main" onClick={session.signInBeside}>{t("session.signInBeside")}</button>
    </div>
  );
}
