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
  if (!state.renewalFails && !state.hasEnded) return null;
  const time = minutesAndSeconds(Math.max(0, state.expiresAt - now));
  return (
    <div className={state.hasEnded ? "session-end over" : "session-end"}>
      {/* Read aloud once when it comes and once when it is over: the seconds that count down are for the eye. */}
      {state.hasEnded
        ? <span key="over" role="alert">{t("session.ended")}</span>
        : <><span className="unseen" role="alert">{t("session.signInBeside")}</span><span aria-hidden>{t("session.endsSoon", { time })}</span></>}
      {state.other !== undefined && <span role="alert">{t("session.other", { name: state.other, person: state.person.name })}</span>}
      <button className="main" onClick={session.signInBeside}>{t("session.signInBeside")}</button>
    </div>
  );
}
