package paper

import (
	"context"
	"errors"
	"reflect"
	"testing"
)

func TestQueuesAreReadWithTheDefaultFirst(t *testing.T) {
	got := queuesIn("Counter\nOffice\nLabels\n", "system default destination: Office\n")
	want := []Queue{{"Office", true}, {"Counter", false}, {"Labels", false}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("queues are %v, want %v", got, want)
	}
	if got := queuesIn("", "no system default destination\n"); len(got) != 0 {
		t.Errorf("no printer gives %v", got)
	}
	if got := queuesIn("Office\n", ""); got[0].Default {
		t.Error("a printer is the default without anyone saying so")
	}
}

func TestJobIsRead(t *testing.T) {
	for said, want := range map[string]string{
		"request id is ShopPDF-12 (1 file(s))\n": "ShopPDF-12",
		"":                                       "",
	} {
		if got := jobIn(said); got != want {
			t.Errorf("%q is read as %q", said, got)
		}
	}
}

func TestSystemWithoutPrinting(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if CanSend() {
		t.Error("lp is found in an empty folder")
	}
	if _, err := Queues(context.Background()); !errors.Is(err, ErrNoPrinting) {
		t.Errorf("listing gives %v", err)
	}
	if _, err := Send(context.Background(), "Office", "list.pdf", "List", 1); !errors.Is(err, ErrNoPrinting) {
		t.Errorf("sending gives %v", err)
	}
}
