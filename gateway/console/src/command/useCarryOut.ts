import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { isActive } from "../assignment/active";
import { AssignmentRole } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { useDesk } from "../desk/desk";
import type { Act } from "./grammar/world";
import { commandPlace } from "./place";

/** Does what a command says, the same way as the button that does it. */
export function useCarryOut(showKeys: () => void): (act: Act) => void {
  const { t } = useTranslation();
  const { acts, clients, draft, past, selection } = useDesk();
  return useCallback(
    (act) => {
      switch (act.do) {
        case "report":
          if (act.words !== "") draft.seekType(act.words);
          selection.report();
          break;
        case "open":
          selection.enter(act.incident.name);
          break;
        case "seek":
          selection.seek(act.words);
          break;
        case "lookBack":
          if (act.words !== "") past.change({ words: act.words });
          selection.lookBack();
          break;
        case "duty":
          selection.duty(act.unit?.name);
          break;
        case "loans":
          selection.loans();
          break;
        case "ask":
          selection.ask(act.what);
          break;
        case "step":
          selection.askStep(act.assignment.name, act.what);
          break;
        case "sendBeside":
          selection.sendBeside(act.offers);
          break;
        case "keys":
          showKeys();
          break;
        case "note":
          void acts.run(act.incident.name, t("act.note"), (requestId) => clients.incidents.addNote({ name: act.incident.name, text: act.text, requestId }), act.text);
          break;
        case "status":
          void acts.run(commandPlace(act.unit), `${act.unit.callSign}: ${act.code.label}`, (requestId) => clients.units.reportUnitStatus({ name: act.unit.name, code: act.code.code, requestId }));
          break;
        case "couple":
          selection.open(act.incident.name);
          void acts.run(act.incident.name, t("send.done", { unit: act.unit.callSign }), (requestId) =>
            clients.assignments.assignUnit({ parent: act.incident.name, unit: act.unit.name, etag: act.incident.etag, role: act.incident.assignments.some(isActive) ? AssignmentRole.BACKUP : AssignmentRole.PRIMARY, requestId }),
          );
          break;
      }
    },
    [acts, clients, draft, past, selection, showKeys, t],
  );
}
