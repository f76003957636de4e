import { useTranslation } from "react-i18next";
import { Key } from "../keys/Key";
import { useStore } from "../time/store";
import { useActing } from "./acting";
import { FailureBox } from "./FailureBox";
import { adviceOf } from "./advice";

/** What went wrong with an act in a place. */
export function TroubleBox({ place }: { place: string }) {
  const { t } = useTranslation();
  const { acts, signInBeside } = useActing();
  const trouble = useStore(acts).troubles.get(place);
  if (!trouble) return null;
  const { failure, retry } = trouble;
  return (
    <FailureBox failure={failure} advice={adviceOf(failure)} retry={retry} signInBeside={signInBeside}>
      <button type="button" data-act="putAway" onClick={() => acts.putAway(place)}>{t("trouble.putAway")} <Key of="putAway" /></button>
    </FailureBox>
  );
}
