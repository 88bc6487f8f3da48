"""General words of the form: offices, parts in a conversation, headings of lists.

Words of the language alone, no name of a person, a country or a publication.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: Words that make a label the label of somebody who holds an office or bears a title.
OFFICES = _words(
    """
    minister ministers president presidents secretary chancellor premier ambassador envoy
    representative spokesperson spokesman spokeswoman commissioner chairman chairwoman chairperson
    chair governor senator congressman congresswoman delegate deputy general gen colonel col admiral
    adm captain capt major maj lieutenant lt marshal commander king queen prince princess emir
    sultan sheikh shaikh shah pope cardinal bishop archbishop ayatollah imam rabbi mr mrs ms miss
    mister madam madame monsieur mme m sir lord lady dame baroness baron dr doctor prof professor
    hon honourable honorable rep sen sec gov pres amb judge justice mayor director administrator
    official officer speaker counselor counsellor attaché consul shri smt excellency
    leader leaders undersecretary secretary-general director-general vice-president sg hr/vp
    """
)

#: Parts in a conversation, as words that stand for the one who speaks.
PARTS = _words(
    """
    q a question questions answer reporter journalist correspondent moderator host co-host anchor
    presenter interviewer interviewee operator participant participants audience interpreter
    translator staff press media voice voices guest student speaker caller narrator panelist members
    panellist facilitator aide unidentified unknown male female inaudible member
    """
)

#: First words of a heading, of a list or of a notice; never of somebody who speaks.
HEADINGS = _words(
    """
    background participants note notes subject date place breaking update updated updates watch
    read source sources contact contacts photo photos picture image video summary topics topic
    agenda key location time venue event re from to cc bcc correction editor editor's editor’s
    opinion analysis exclusive live related see also tags category who what when where why how
    begin end text fact facts factsheet embargoed embargo immediate release media-contact headline
    by url link website web email e-mail tel telephone phone fax address attachment annex ref
    reference language original translation document title keywords priority point first second
    third fourth fifth finally next conclusion introduction overview context outcome outcomes
    results details timeline warning reminder attention urgent alert developing just-in present
    and but so or if as then now yes no well because that this
    according here's here’s continued continues said says added asked
    attendees attendance delegation copyright credit caption more latest advertisement published
    posted last modified footnote ps n.b nb
    """
)

#: Small words that stand in lower case inside a name or an office.
PARTICLES = _words(
    """
    of the and for to on in at by de del della di da do dos du des la le las los el al ul ud ur
    as-s pro tem tempore bin bint ibn ben abu van von der den ter ten zu zur y e i st und et ap af av
    """
)
