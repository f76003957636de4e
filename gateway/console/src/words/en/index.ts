import assignment from "./assignment.json";
import connection from "./connection.json";
import degradation from "./degradation.json";
import entry from "./entry.json";
import failure from "./failure.json";
import incident from "./incident.json";
import queue from "./queue.json";
import session from "./session.json";
import shell from "./shell.json";
import state from "./state.json";
import unit from "./unit.json";

export default { assignment, connection, degradation, entry, failure, incident, queue, session, shell, state, unit };
