import en from "../en/pages/roster.json";
import nl from "../nl/pages/roster.json";
import { addWords } from "../pageWords";

addWords("roster", nl, en);
