"""Names, offices, states and other words that generated documents are put together from.

All persons, bodies and half of the states are invented; `|` parts the choices. Many names are words of
the language as well, which is what a reader stumbles over.
"""

from __future__ import annotations

_GIVEN = """Oren|Ilse|Ludovic|Dara|May|April|June|Will|Mark|Rose|Grace|Hope|Faith|Art|Bill|Chase|
Drew|Frank|Grant|Jack|Jean-Luc|Maria del|Ngozi|Li|Wang|Kim|Abdul|Mohammed|Al|Jo|O|Ø|Þóra|Łucja|Ömer|
Élise|Anna Maria|Sue|Pat|Rob|Nick|Dawn|Dean|Duke|Earl|Rich|Miles|Penny|Joy|Major|King|Prince|Judge|
Bishop|Sir|Saint|St."""
_FAMILY = """Halvard|Maravel|Harnes|Quill|Torv|Said|Told|Asked|Will|May|March|Minister|King|Bishop|
Young|Long|Short|Brown|Day|Monday|Winter|North|West|Ossel|Kestria|Ban|Ki|Moon|Park|Lee|Li|Nguyen|
de la Cruz|van der Berg|von Talvik|al-Harun|Al Harun|bin Talal|ibn Saud|O’Tarn|O'Tarn|D’Arvo|McTarn|
MacTarn|St. Clair|Smith-Torv|Ambry Jr.|Tarn III|Secretary|President|Bank|Church|Law|Justice|Peace|
Power|Speaker|Guest|Host|Mission|Council|Union|States|Both|They|He|She|It|Who|That|No|Yes|Not|And|
Or|Q|A|Q.|A.|I|Me|Us|Our|Ä|Ørsted|Ýmir|Žák|Ștefan|İnan|ßen|Xi|Wu|U|Oh|So|An|The|Of"""
_OFFICE = """President|Prime Minister|Foreign Minister|Minister of Foreign Affairs|
Secretary of State|Secretary|Deputy Prime Minister and Minister for Trade, Tourism and the Sea|
Minister|State Minister|Secretary-General|Secretary General|High Representative|
Special Envoy for the Strait|Permanent Representative to the United Nations|Ambassador|
Ambassador-designate|Chargé d’Affaires a.i.|Acting Head|Director-General|Under-Secretary|
Assistant Secretary for Harbours|Spokesperson|Spokeswoman|Chair|Co-Chair|
Chairman of the Joint Chiefs of Staff|King|Queen|Crown Prince|Emir|Sheikh|Pope|Archbishop|Ayatollah|
Governor|Mayor|Speaker|Senator|Representative|First Lady|First Vice-President|former president|
then foreign minister|caretaker premier|President-elect|Attorney General|General|Admiral|
Commander-in-Chief|Chancellor|Taoiseach|Vice Chair|Rapporteur|Head of Delegation|His Excellency|
Her Majesty|H.E.|H.R.H.|Professor|Dr|Mr|Mrs|Ms|Mr.|Dr.|Gen.|Sen.|Messrs|Madam|Comrade|Lord|Lady"""
_STATE = """Norvane|Kestria|Ossel|Velmar|the Republic of Kestria|the Kingdom of Norvane|
the Federated States of Ossel|United Velmar|the Kestrian Democratic People’s Republic|France|
Germany|the United States|the U.S.|US|U.K.|UK|United Kingdom|Great Britain|Georgia|Chad|Jordan|
Turkey|Türkiye|Côte d’Ivoire|Guinea-Bissau|North Korea|DPRK|the Republic of Korea|China|
the People’s Republic of China|Taiwan|Niger|Nigeria|Dominica|Ireland|Holy See|the Holy See|
Palestine|Bosnia and Herzegovina|Trinidad & Tobago|St. Lucia|the Gambia|Congo|DR Congo|Russia|
the Russian Federation|Ukraine|Iran|Israel|Oman|Mali|Togo|Cuba|Man|Samoa|Tonga"""
_PEOPLE = """Kestrian|Norvanian|Osselite|Velmari|French|German|American|US|British|Chinese|Russian|
Turkish|Iranian|Polish|Dutch|Swiss|Korean|Georgian|Jordanian|EU|U.S.|Franco-German|Sino-Kestrian|
north-Osselite"""
_BODY = """the Ministry of Foreign Affairs|the Foreign Ministry|MFA|
the Ministry of Harbours and Lights|the State Department|the White House|the Kremlin|the Élysée|
Downing Street|the European Union|the EU|NATO|the UN|the United Nations Security Council|
the African Union|ASEAN|the World Bank|the IMF|the G7|G-20|OSCE|the Joint Commission|the Lamp News|
Saltmere Daily|state television|the cabinet|the government|parliament|the opposition|the two sides|
both parties|the Sides|the Parties|the delegation|the High Contracting Parties|the Ministry|
the Office of the Spokesperson|the palace|Corran|Talvik|Paris|Moscow|Beijing|Washington|Brussels|
experts|officials|a senior official|an aide|sources|a source close to the talks|fishermen|
the leaders|the ministers|the presidents|ministers|he|she|they|we|I|you|who|it|this|everyone|nobody|
one of them|the former|the latter|his wife|her counterpart|their counterparts|
his Kestrian counterpart|the other|both"""
_CUE = """said|says|told|asked|added|noted|stressed|underscored|underlined|reaffirmed|reiterated|
recalled|thanked|welcomed|condemned|urged|called on|demanded|proposed|offered|promised|agreed|
concurred|disagreed|denied|refused|rejected|admitted|claimed|alleged|believes|thinks|hopes|wants|
expects|fears|is concerned|was told|were urged|has said|had said|would say|did not say|never said|
may have said|wrote|tweeted|posted|quoted|cited|warned|insisted|hailed|praised|criticised|blamed|
accused|apologised|congratulated|invited|accepted|expressed concern|expressed their gratitude|
voiced support|took note|made clear|let it be known|is said|was quoted as saying|issued a statement|
signed|announced|decided|resolved|pledged|committed|undertook|discussed|exchanged views|met|
received|hosted|visited|presented|gave|handed over|awarded|shook hands with|phoned|spoke with|
sanctioned|expelled|attacked|bombed|arrested|killed|fined|recognised|nodded|laughed|replied|
responded|answered|retorted"""
_TOPIC = """fishing rights|the Strait of Marn|lighthouse dues|the undersea cable|landing permits|
grain|visas|the prisoners|human rights|climate change|the war|a ceasefire|sanctions|
tariffs on steel|the border|water|nuclear weapons|trade and investment|
cooperation in the fields of health, education, and sport|the attack|the “two shores” plan|
Resolution 1234 (2025)|Article 5|the 3 May 2027 agreement|$4.5 bn|€3m|12,5 %|No. 7|
the Treaty of Amity [1781]|aid to Kestria|AI|5G|COVID-19|it|that|this matter|the following|
themselves"""
_PLACE = """Saltmere|Corran|Harnes|Talvik|Velport|Lantern Island|Paris|Geneva|New York|
Washington, D.C.|St. Petersburg|Port-au-Prince|Ulan Bator|the Customs House|
the Blue Hall of the Palace|Camp David|the airport|Room 12-B|the sidelines of the General Assembly|
Naypyidaw|Reading|Nice|Mobile|Of|Bath|Split|Male|Hamilton, Bermuda"""
_DATE = """Monday|Tuesday, 3 May 2027|3 May 2027|May 3, 2027|May 3rd|the 3rd of May|14 May|
31 February|30.2.2025|03/05/2027|2027-05-03|2027-13-45|0 May|99 June 99999|yesterday|today|tomorrow|
last week|next spring|in 2030|on the eve of the summit|May|the Ides of March|May 14-16|14–16 May|
from 30 April to 2 May, 2027|12:30|25:61|noon|at 9 a.m.|Friday 13th|29 February 2027|early July|
in the first week of July|two days before|1781|the 90s|Week 54|Q3|١٢ مايو|2027年5月3日|5 Mayıs"""
_LABEL = """Q|A|Q.|A.|QUESTION|ANSWER|MR HALVARD|MS. MARAVEL|PRESIDENT MARAVEL|The President|
PRIME MINISTER HALVARD|Moderator|MODERATOR|Interpreter|Reporter|JOURNALIST 2|Participants|
Delegation|Subject|RE|To|From|Date|Place|Cc|Oren Halvard|HALVARD|Halvard|H|Note|Decision|Next steps|
Action|Agenda item 3|Kestria|KESTRIA|NORVANE|SECRETARY|The Acting Assistant Secretary|GEN. QUILL|
Sen. Quill (R-Corran)|MS MARAVEL (via interpreter)|Voice|(unidentified)|UNIDENTIFIED SPEAKER|
AUDIENCE|Mr. Torv, Lamp News|Classified by|Drafted|Approved|SUMMARY|Attendees|Present|Item|1|I|II|
(a)|§ 3|*|Dr.|St|http|C|Statement|Speaker|CHAIR|Said|He said|They agreed"""


def _choices(words: str) -> list[str]:
    return words.replace("\n", "").split("|")


#: Slot of a template to the words that may fill it.
WORDS = {
    "given": _choices(_GIVEN),
    "family": _choices(_FAMILY),
    "office": _choices(_OFFICE),
    "state": _choices(_STATE),
    "people": _choices(_PEOPLE),
    "body": _choices(_BODY),
    "cue": _choices(_CUE),
    "topic": _choices(_TOPIC),
    "place": _choices(_PLACE),
    "date": _choices(_DATE),
    "label": _choices(_LABEL),
}
