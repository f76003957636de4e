import en from "../en/pages/audit.json";
import nl from "../nl/pages/audit.json";
import { addWords } from "../pageWords";

addWords("audit", nl, en);
