import en from "../en/pages/reason.json";
import nl from "../nl/pages/reason.json";
import { addWords } from "../pageWords";

addWords("reason", nl, en);
