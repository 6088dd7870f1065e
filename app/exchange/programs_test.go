package exchange_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// Files as other programs write them, each made by that program out of the same two people.
func TestFilesOfOtherPrograms(t *testing.T) {
	for _, c := range []struct{ by, file, want string }{
		{"abook 0.6.1, vCard without a version", "abook.vcf",
			"Jürgen Groß called=Jürgi phone.home=0341 / 22 33 44 phone.mobile=0171-5550110 email=juergen@example.de email=buero@example.de address=Hauptstraße 5/04109 Leipzig/Germany born=1980-11-21 note=mag Tee; kommt samstags\n" +
				"Łucja Dvořáková phone.work=+48 601 234 567 email=lucja@example.pl\n"},
		{"abook 0.6.1, CSV without a header", "abook.csv", "Jürgen Groß email=juergen@example.de email=buero@example.de phone=0341 / 22 33 44\nŁucja Dvořáková email=lucja@example.pl\n"},
		{"khard 0.18.0 (vobject), vCard 3.0", "khard_3.vcf",
			"Jürgen Groß called=Jürgi email.home=juergen@example.de email.work=buero@example.de phone.mobile=0171-5550110 phone.home=0341 / 22 33 44 address=Hauptstraße 5/04109 Leipzig/Germany born=1980-11-21 note=mag Tee; kommt samstags/und immer pünktlich note=Groß, Söhne; Rad\n"},
		{"khard 0.18.0 (vobject), vCard 4.0", "khard_4.vcf",
			"Ärpad Groß called=Jürgi email.home=juergen@example.de email.work=buero@example.de phone.mobile=0172-5550110 phone.home=0341 / 22 33 44 address=Hauptstraße 5/04109 Leipzig/Germany born=1980-11-21 note=mag Tee; kommt samstags/und immer pünktlich note=Groß, Söhne; Rad\n"},
		{"evolution-data-server 3.46.4, vCard 3.0", "evolution_3.vcf",
			"Jürgen Groß called=Jürgi email=juergen@example.de email=buero@example.de phone.mobile=0171-5550110 phone.home=0341 / 22 33 44 address=Hauptstraße 5/04109 Leipzig/Germany born=1980-11-21 note=mag Tee; kommt samstags/und immer pünktlich, wie seine Frau, die auch gern Tee mag note=Groß, Söhne; Rad\n"},
		{"evolution-data-server 3.46.4, vCard 2.1, which folds with a blank what quoted-printable folds already", "evolution_21.vcf",
			"Jürgen Groß email=juergen@example.de email=buero@example.de phone.mobile=0171-5550110 phone.home=0341 / 22 33 44 address=Hauptstraße 5/04109 Leipzig/Germany born=1980-11-21 note=mag Tee; kommt samstags/und immer pünktlich, wie seine Frau, die auch gern Tee mag note=Groß, Söhne Rad\n"},
	} {
		if got := told(t, filepath.Join("testdata", c.file)); got != c.want {
			t.Errorf("%s: tells\n%swant\n%s", c.by, got, strings.TrimSpace(c.want))
		}
	}
}
