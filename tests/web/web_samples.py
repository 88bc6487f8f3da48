# ruff: noqa: E501 (texts are as they would be published)
"""Invented documents: two accounts of one meeting, a transcript, a statement, and a hostile page."""

from __future__ import annotations

REPORT = """Kestria and Ossel to reopen the northern ferry

TALVIK, 4 May 2022 – President Ana Quill of Kestria met Prime Minister Doran Velmar of Ossel in Talvik on Tuesday for around two hours.

“We will reopen the northern ferry before the first of June,” President Quill said after the meeting. She added that Kestria would not sign the fisheries treaty unless Ossel withdraws its patrol boats from the strait.

Velmar told reporters that the talks had been “frank and useful”. “I thanked the president for the medicine that Kestria sent us in the winter,” the prime minister said. He rejected the claim that Ossel had fired on two trawlers.

According to the Foreign Ministry of Kestria, Velmar had promised that “no vessel [of the coast guard] will enter the disputed waters before the autumn”. The ministry said the minister, Harnes Tolle, regards the promise as binding.

Mira Sonde, a member of the opposition in Ossel, criticised the meeting. “The prime minister gave away our waters for a ferry,” she wrote. She said that fishermen had told her that they fear for their licences.
"""

READOUT = """Readout of the meeting of President Quill with Prime Minister Velmar of Ossel

Office of the President of Kestria, 3 May 2022

President Ana Quill received Prime Minister Doran Velmar of Ossel in Talvik today. The two leaders discussed the northern ferry, fisheries and the situation in the strait.

President Quill welcomed the decision to reopen the northern ferry on 15 June. She stressed that Kestria will sign the fisheries treaty once the patrol boats of Ossel have left the strait. The president condemned the firing on two trawlers and called on Ossel to investigate it.

Prime Minister Velmar thanked President Quill for the medicine that was sent in the winter. He promised that no vessel of the coast guard will enter the disputed waters before the autumn. Both leaders agreed to meet again in Ossel in September.
"""

TRANSCRIPT = """Press conference of the Foreign Minister of Kestria, 12 June 2022

QUESTION: Minister, does the ferry run?

MINISTER TOLLE: It does. We thank our friends in Ossel, who kept their word. The first ship left Talvik this morning with two hundred passengers, and I was one of them.

QUESTION: And the fisheries treaty?

MINISTER TOLLE: We are ready to sign. Prime Minister Velmar told me last week that the patrol boats will be gone by July. If they are, we will sign in September.

QUESTION: The opposition in Ossel says that you threaten them.

MINISTER TOLLE: Nobody threatens anybody. Kestria respects Ossel, and we regret what Mira Sonde said.
"""

STATEMENT = """Statement of the Government of Ossel on the strait

20 June 2022

The Government of Ossel rejects the accusations of Kestria. Our patrol boats have never fired on trawlers, the Ministry of Defence said in a statement. Defence Minister Ilko Brandt said that Ossel is committed to the talks and that it will not accept threats. “We warn all sides not to play with fire,” Brandt said.

Kestria has not answered. Its ambassador, Lena Orr, told this office on Monday that her government hopes for an early meeting and regards Ossel as a partner.
"""

#: Words that would act if any page took them for more than text.
HOSTILE_TITLE = '<script>window.ran="title"</script>'
HOSTILE = """“<script>window.ran='quotation'</script> and <svg onload=window.ran='svg'> are only words,” said Ana </script><img src=x onerror="window.ran='name'"> Quill.

Doran Velmar said that the \u202eyrref\u202c would run, see javascript:window.ran='link' and {{ 7 * 7 }}.
"""

DOCUMENTS = (
    (REPORT, "Kestria and Ossel to reopen the northern ferry", "The Talvik Courier", "2022-05-04"),
    (READOUT, "Readout of the meeting of President Quill with Prime Minister Velmar", "Office of the President of Kestria", "2022-05-03"),
    (TRANSCRIPT, "Press conference of the Foreign Minister", "Foreign Ministry of Kestria", "2022-06-12"),
    (STATEMENT, "Statement of the Government of Ossel on the strait", "Government of Ossel", "2022-06-20"),
)  # fmt: skip
