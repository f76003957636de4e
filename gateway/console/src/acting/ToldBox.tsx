import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { Key } from "../keys/Key";
import { useStore } from "../time/store";
import "./trouble.css";

/** What the last act in a place means for others, until somebody says that it was read. */
export function ToldBox({ place }: { place: string }) {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const told = useStore(acts).told.get(place);
  if (!told) return null;
  return (
    <div role="status" className="told">
      <ul>{told.map((line) => <li key={line}>{line}</li>)}</ul>
      <button type="button" data-act="putAway" onClick={() => acts.putAway(place)}>{t("trouble.putAway")} <Key of="putAway" /></button>
    </div>
  );
}
