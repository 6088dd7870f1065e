package exchange_test

import "testing"

func TestCards(t *testing.T) {
	for _, c := range []struct{ about, content, told string }{
		{"an old phone", "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F;J=C3=BCrgen;;;\r\nTEL;CELL;VOICE:+491715550110\r\nTEL;HOME:0221 555\r\nEMAIL;INTERNET:j@example.de\r\n" +
			"ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Hauptstra=\r\n=C3=9Fe 5;K=C3=B6ln;;50667;\r\nBDAY:19801121\r\nEND:VCARD\r\n",
			"Jürgen Groß phone.mobile=+491715550110 phone.home=0221 555 email=j@example.de address=Hauptstraße 5/50667 Köln born=1980-11-21\n"},
		{"Outlook", "BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Gro=DF;J=FCrgen\r\nFN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:J=FCrgen Gro=DF\r\nORG:Harbour Ltd;Sales\r\n" +
			"TEL;WORK;VOICE:(0171) 555\r\nADR;WORK;PREF:;;1 Road;Leeds;;LS1 1AA;UK\r\nLABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 Road=0D=0A=\r\nLeeds=0D=0ALS1 1AA\r\nPHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n SkZJRg==\r\n\r\nREV:20260101T000000Z\r\nEND:VCARD\r\n",
			"Jürgen Groß phone.work=(0171) 555 address=1 Road/Leeds/LS1 1AA note=Harbour Ltd Sales\n"},
		{"Apple", "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//macOS 14.0//EN\nN:Hughes;Ann;;;\nFN:Ann Hughes\nNICKNAME:Annie\nitem1.TEL;type=pref:0171 555\nitem1.X-ABLabel:_$!<Main>!$_\nTEL;type=CELL;type=VOICE:0172 555\n" +
			"item2.EMAIL;type=INTERNET:ann@example.org\nitem2.X-ABLabel:shop\nitem3.ADR;type=HOME:;;1 Road\\nFlat 2;Springfield;IL;62701;USA\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-11-21\nNOTE:likes tea\\, and\n  cake\\; often\nEND:VCARD\n",
			"Ann Hughes called=Annie phone.Main=0171 555 phone.mobile=0172 555 email.shop=ann@example.org address=1 Road/Flat 2/Springfield, IL 62701/USA born=--11-21 note=likes tea, and cake; often\n"},
		{"Evolution", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Émile Durand\r\nN:Durand;Émile;;;\r\nX-EVOLUTION-FILE-AS:Durand\\, Émile\r\nTEL;TYPE=WORK,VOICE;X-EVOLUTION-UI-SLOT=1:06 12 34 56 78\r\nEMAIL;TYPE=WORK;X-EVOLUTION-UI-SLOT=1:e@example.fr\r\nBDAY:1990-01-13\r\nEND:VCARD\r\n",
			"Émile Durand phone.work=06 12 34 56 78 email.work=e@example.fr born=1990-01-13\n"},
		{"4.0", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Hughes\r\nTEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+44-171-555-0110\r\nEMAIL;TYPE=work:ann@example.org\r\nADR;LABEL=\"1 Road^nTown\":;;1 Road;Town;;;\r\nBDAY:--1121\r\nKEY:data:application/pgp-keys;base64,AAAA\r\nEND:VCARD\r\n",
			"Ann Hughes phone.home=+44-171-555-0110 email.work=ann@example.org address=1 Road/Town born=--11-21\n"},
		{"khal's two in a file, one without a name", "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nORG:Harbour Ltd\nTEL:0171 555\nEND:VCARD\n\nBEGIN:VCARD\nVERSION:3.0\nFN:0172 555\nTEL:0172 555\nEND:VCARD\n",
			"Harbour Ltd phone=0171 555\nphone=0172 555\n"},
		{"damaged ones", "BEGIN:VCARD\nFN:Ann\nnonsense\n:\nBDAY:soon\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nBEGIN:VCARD\nFN:Cy\nEND:VCARD\nBEGIN:VCARD\nFN:Dora\n",
			"Ann note=Birthday in the file: soon\nproblem=import.openCard\nCy\nproblem=import.openCard\n"},
	} {
		if got := told(t, file(t, c.content)); got != c.told {
			t.Errorf("%s: tells\n%swant\n%s", c.about, got, c.told)
		}
	}
}
