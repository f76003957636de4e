import en from "../en/pages/table.json";
import nl from "../nl/pages/table.json";
import { addWords } from "../pageWords";

addWords("table", nl, en);
