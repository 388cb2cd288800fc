/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The rules on rankings and scores, as tables of elections that can be counted by hand. */
#include "counting.h"

#include <string.h>

#define EXPECTED_MAX 5

typedef struct {
  const char *name;
  const char *rule;
  const char *lot; /* NULL, "id", or a lot order */
  guint seats;
  const char *contents;
  const char *expected[EXPECTED_MAX]; /* each must stand in the JSON */
} Row;

#define AB "{\"options\":[\"A\",\"B\"],"
#define ABC "{\"options\":[\"A\",\"B\",\"C\"],"
#define ABCD "{\"options\":[\"A\",\"B\",\"C\",\"D\"],"
#define UNDECIDED "\"decided\":false"
#define DECIDED "\"decided\":true"
#define NO_TIES "\"ties\":[]"

static const Row plurality_rows[] = {
  { "most",
    "plurality",
    NULL,
    0,
    AB "\"ballots\":[[3,[1,2]],[2,[2,1]]]}",
    { "\"ballots\":5,", "\"sums\":[3,2]", "\"winners\":[0]", NO_TIES, DECIDED } },
  { "a ballot of weight w is w voters",
    "plurality",
    NULL,
    0,
    AB "\"ballots\":[[3,[1,2]],[7,[2,1]]]}",
    { "\"sums\":[3,7]", "\"winners\":[1]" } },
  { "weight 0 and empty ballots stay in the record",
    "plurality",
    NULL,
    0,
    AB "\"ballots\":[[0,[1,2]],\n[4,[null,null]],\n[1,[2,1]]]}",
    { "\"ballots\":1,",
      "{\"line\":1,\"ballots\":0,\"reason\":\"weight_zero\"}",
      "{\"line\":2,\"ballots\":4,\"reason\":\"empty\"}",
      "\"winners\":[1]" } },
  { "two first places name nobody",
    "plurality",
    NULL,
    0,
    AB "\"ballots\":[[5,[1,1]],[2,[1,2]]]}",
    { "\"ballots\":2,",
      "{\"line\":1,\"ballots\":5,\"reason\":\"equal_first\"}",
      "\"sums\":[2,0]" } },
  { "a tie is the assembly's",
    "plurality",
    NULL,
    0,
    AB "\"ballots\":[[2,[1,2]],[2,[2,1]]]}",
    { "\"winners\":[0,1]",
      "{\"step\":1,\"tied\":[\"A\",\"B\"],\"picked\":null,\"broken_by\":\"assembly\"}",
      UNDECIDED } },
  { "or the lot's",
    "plurality",
    "B\nA\n",
    0,
    AB "\"ballots\":[[2,[1,2]],[2,[2,1]]]}",
    { "\"winners\":[1]",
      "{\"step\":1,\"tied\":[\"A\",\"B\"],\"picked\":\"B\",\"broken_by\":\"lot\"}",
      DECIDED } },
  { "names are compared by code points",
    "plurality",
    "id",
    0,
    "{\"options\":[\"2\",\"10\"],\"ballots\":[[2,[1,2]],[2,[2,1]]]}",
    { "\"winners\":[1]", "\"broken_by\":\"id\"", DECIDED } },
  { "the k highest, in their order",
    "plurality",
    NULL,
    2,
    ABC "\"ballots\":[[1,[1,null,null]],[2,[null,1,null]],[3,[null,null,1]]]}",
    { "\"seats\":2", "\"winners\":[2,1]", DECIDED } },
  { "a tie for the last seat",
    "plurality",
    NULL,
    2,
    ABC "\"ballots\":[[1,[1,null,null]],[1,[null,1,null]],[3,[null,null,1]]]}",
    { "\"winners\":[2,0,1]", "{\"step\":2,\"tied\":[\"A\",\"B\"]", UNDECIDED } },
  { "a tie with room for all is none",
    "plurality",
    NULL,
    2,
    ABC "\"ballots\":[[1,[1,null,null]],[1,[null,1,null]]]}",
    { "\"winners\":[0,1]", NO_TIES, DECIDED } },
  { "a lot for two of three",
    "plurality",
    "C\nA\nB\n",
    2,
    ABC "\"ballots\":[[1,[1,null,null]],[1,[null,1,null]],[1,[null,null,1]]]}",
    { "\"winners\":[2,0]", DECIDED } },
  { "the file's seats",
    "plurality",
    NULL,
    0,
    ABC "\"seats\":2,\"ballots\":[[3,[1,2,3]],[2,[2,1,3]]]}",
    { "\"winners\":[0,1]" } },
  { "nobody voted: all are tied",
    "plurality",
    NULL,
    0,
    AB "\"ballots\":[]}",
    { "\"ballots\":0,", "\"winners\":[0,1]", UNDECIDED } },
  { "a higher score is a better rank",
    "plurality",
    NULL,
    0,
    AB "\"score_ballots\":[[2,[1,5]],[1,[4,0]]]}",
    { "\"sums\":[1,2]", "\"winners\":[1]" } },
};

static const Row sum_rows[] = {
  { "approval of sets",
    "approval",
    NULL,
    0,
    ABC "\"approval_ballots\":[[2,[0,1]],[1,[1]],[1,[]]]}",
    { "\"ballots\":3,", "\"sums\":[2,3,0]", "\"winners\":[1]", "\"reason\":\"empty\"" } },
  { "approval of what is ranked",
    "approval",
    NULL,
    0,
    ABC "\"ballots\":[[2,[1,null,2]],[1,[null,1,null]]]}",
    { "\"sums\":[2,1,2]", "\"winners\":[0,2]" } },
  { "approval above half of the highest score",
    "approval",
    NULL,
    0,
    AB "\"max_score\":4,\"score_ballots\":[[2,[2,3]]]}",
    { "\"approval_threshold\":3", "\"sums\":[0,2]" } },
  { "approval from a threshold",
    "approval",
    NULL,
    0,
    AB "\"max_score\":4,\"approval_threshold\":2,\"score_ballots\":[[2,[2,1]]]}",
    { "\"sums\":[2,0]" } },
  { "score: sums and scorers",
    "score",
    NULL,
    0,
    AB "\"max_score\":5,\"score_ballots\":[[3,[2,null]],[1,[0,5]]]}",
    { "\"sums\":[6,5]", "\"scorers\":[4,1]", "\"winners\":[0]" } },
  { "score: too high is invalid as a whole",
    "score",
    NULL,
    0,
    AB "\"score_ballots\":[[3,[6,1]],[1,[0,5]]],\"max_score\":5}",
    { "\"ballots\":1,", "\"reason\":\"score_too_high\"", "\"sums\":[0,5]" } },
  { "score: two seats",
    "score",
    NULL,
    2,
    ABC "\"score_ballots\":[[1,[1,3,2]]]}",
    { "\"winners\":[1,2]" } },
  { "dots: all of them and not one more",
    "dots",
    NULL,
    0,
    ABC "\"dots_per_voter\":8,\"dot_ballots\":[[1,[8,0,0]],[2,[4,4,1]],[1,[1,5,2]]]}",
    { "\"ballots\":2,",
      "{\"line\":1,\"ballots\":2,\"reason\":\"too_many_dots\"}",
      "\"sums\":[9,5,2]",
      "\"voters\":[2,1,1]",
      "\"winners\":[0]" } },
  { "dots: the cap on one option",
    "dots",
    NULL,
    0,
    AB "\"dots_per_person\":8,\"max_score\":3,\"dot_ballots\":[[1,[4,0]],[1,[3,3]]]}",
    { "\"ballots\":1,", "\"sums\":[3,3]" } },
};

static const Row star_rows[] = {
  { "runoff against the sums",
    "star",
    NULL,
    0,
    AB "\"score_ballots\":[[2,[3,4]],[1,[5,0]]]}",
    { "\"sums\":[11,8]", "\"finalists\":[0,1]", "\"runoff\":[1,2]", "\"winners\":[1]", NO_TIES } },
  { "place in the runoff: head to head",
    "star",
    NULL,
    0,
    ABC "\"score_ballots\":[[1,[5,3,0]],[1,[5,2,0]],[1,[0,0,5]]]}",
    { "\"sums\":[10,5,5]",
      "\"finalists\":[0,1]",
      "{\"step\":1,\"tied\":[\"B\",\"C\"],\"picked\":\"B\",\"broken_by\":\"head_to_head\"}",
      "\"winners\":[0]",
      DECIDED } },
  { "a circle: highest scores, then head to head",
    "star",
    NULL,
    0,
    ABCD "\"score_ballots\":[[1,[5,3,1,5]],[1,[1,4,3,5]],[1,[3,2,5,5]]]}",
    { "\"sums\":[9,9,9,15]",
      "\"finalists\":[3,2]",
      "\"runoff\":[2,0]",
      "\"winners\":[3]",
      DECIDED } },
  { "a circle that nothing breaks",
    "star",
    NULL,
    0,
    ABCD "\"max_score\":5,\"score_ballots\":[[1,[3,2,1,5]],[1,[1,3,2,5]],[1,[2,1,3,5]]]}",
    { "\"finalists\":[3,0]", "\"picked\":\"A\",\"broken_by\":\"assembly\"", UNDECIDED } },
  { "runoff tie: the higher sum",
    "star",
    NULL,
    0,
    AB "\"score_ballots\":[[1,[5,0]],[1,[4,5]]]}",
    { "\"runoff\":[1,1]", "\"picked\":\"A\",\"broken_by\":\"sum\"", "\"winners\":[0]", DECIDED } },
  { "runoff tie: more highest scores",
    "star",
    NULL,
    0,
    AB "\"max_score\":5,\"score_ballots\":[[1,[5,2]],[1,[1,4]]]}",
    { "\"top_scores\":[1,0]",
      "\"picked\":\"A\",\"broken_by\":\"top_scores\"",
      "\"winners\":[0]" } },
  { "a true tie",
    "star",
    NULL,
    0,
    AB "\"score_ballots\":[[1,[5,0]],[1,[0,5]]]}",
    { "\"winners\":[0,1]", "{\"step\":2,\"tied\":[\"A\",\"B\"],\"picked\":null", UNDECIDED } },
  { "a true tie with a lot",
    "star",
    "B\nA\n",
    0,
    AB "\"score_ballots\":[[1,[5,0]],[1,[0,5]]]}",
    { "\"winners\":[1]", "\"broken_by\":\"lot\"", DECIDED } },
  { "one option needs no runoff",
    "star",
    NULL,
    0,
    "{\"options\":[\"A\"],\"score_ballots\":[[1,[5]]]}",
    { "\"finalists\":[0]", "\"winners\":[0]" } },
};

static const Row irv_rows[] = {
  { "more than half ends it",
    "irv",
    NULL,
    0,
    ABC "\"ballots\":[[3,[1,2,3]],[2,[2,1,3]]]}",
    { "\"rounds\":[[3,2,0,0]]", "\"winners\":[0]", NO_TIES } },
  { "half is not more than half",
    "irv",
    NULL,
    0,
    ABC "\"ballots\":[[2,[1,null,null]],[1,[2,1,null]],[1,[null,2,1]]]}",
    { "\"rounds\":[[2,1,1,0],[2,2,null,0],[3,null,null,1]]", "\"winners\":[0]", UNDECIDED } },
  { "an earlier round breaks a tie for the lowest",
    "irv",
    NULL,
    0,
    ABCD "\"ballots\":[[7,[1,null,null,null]],[4,[null,1,null,null]],[3,[null,2,1,null]],"
         "[1,[null,3,2,1]]]}",
    { "\"rounds\":[[7,4,3,1,0],[7,4,4,null,0],[7,8,null,null,0]]",
      "{\"step\":2,\"tied\":[\"B\",\"C\"],\"picked\":\"C\",\"broken_by\":\"earlier_stage\"}",
      "\"winners\":[1]",
      "\"excluded\":[3,2]",
      DECIDED } },
  { "a tie of those who cannot catch up has no effect",
    "irv",
    NULL,
    0,
    ABCD "\"ballots\":[[5,[1,null,null,null]],[4,[null,1,null,null]],[1,[null,null,1,null]],"
         "[1,[null,null,null,1]]]}",
    { "\"rounds\":[[5,4,1,1,0],[5,4,1,null,1],[5,4,null,null,2]]",
      "\"broken_by\":\"no_effect\"",
      "\"winners\":[0]",
      DECIDED } },
  { "a tie of all names all",
    "irv",
    NULL,
    0,
    AB "\"ballots\":[[1,[1,2]],[1,[2,1]]]}",
    { "\"rounds\":[[1,1,0]]", "\"winners\":[0,1]", UNDECIDED } },
  { "who stands last in the lot goes out",
    "irv",
    "A\nB\nC\n",
    0,
    ABC "\"ballots\":[[4,[1,null,null]],[2,[null,1,null]],[2,[2,null,1]]]}",
    { "\"picked\":\"C\",\"broken_by\":\"lot\"", "\"winners\":[0]", DECIDED } },
  { "without a lot the count goes on and stays open",
    "irv",
    NULL,
    0,
    ABC "\"ballots\":[[4,[1,null,null]],[2,[null,1,null]],[2,[2,null,1]]]}",
    { "\"picked\":\"C\",\"broken_by\":\"assembly\"", "\"winners\":[0]", UNDECIDED } },
  { "an equal first place counts for the weaker",
    "irv",
    NULL,
    0,
    ABC "\"ballots\":[[4,[1,null,null]],[3,[null,1,null]],[2,[1,2,1]]]}",
    { "\"rounds\":[[4,3,2,0],[6,3,null,0]]", "\"winners\":[0]" } },
  { "exhausted ballots lower the half",
    "irv",
    NULL,
    0,
    ABC "\"ballots\":[[4,[1,null,null]],[3,[null,1,null]],[2,[null,null,1]]]}",
    { "\"rounds\":[[4,3,2,0],[4,3,null,2]]", "\"winners\":[0]" } },
};

static const Row stv_rows[] = {
  { "surplus, exclusion, the last seat",
    "stv",
    NULL,
    0,
    "3 2\n5 1 2 0\n1 1 3 0\n2 2 0\n2 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"Title\"\n",
    { "\"quota\":4",
      "\"votes\":[400000,366665,233333],\"non_transferable\":2,",
      "\"votes\":[400000,366665,0]",
      "\"filled\":[1]",
      "\"elected\":[0,1]" } },
  { "who is elected receives nothing, even while the own surplus waits",
    "stv",
    NULL,
    0,
    "4 3\n6 1 2 3 0\n5 2 4 0\n1 3 0\n1 4 0\n0\nA\nB\nC\nD\n",
    { "{\"action\":\"first preferences, quota 4\",\"votes\":[600000,500000,100000,100000],"
      "\"non_transferable\":0,\"elected_so_far\":[0,1]}",
      "{\"action\":\"surplus of 0\",\"votes\":[400000,500000,299998,100000]",
      "{\"action\":\"surplus of 1\",\"votes\":[400000,400000,299998,200000]",
      "{\"action\":\"exclusion of 3\",\"votes\":[400000,400000,299998,0]",
      "\"elected\":[0,1,2]" } },
  { "equal surpluses need a lot",
    "stv",
    NULL,
    0,
    "4 3\n5 1 3 0\n5 2 4 0\n1 3 0\n1 4 0\n0\nA\nB\nC\nD\n",
    { "\"action\":\"surplus of 0\"",
      "{\"step\":1,\"tied\":[\"A\",\"B\"],\"picked\":\"A\"",
      UNDECIDED } },
  { "the lot sends the first one's surplus first",
    "stv",
    "B\nA\nC\nD\n",
    0,
    "4 3\n5 1 3 0\n5 2 4 0\n1 3 0\n1 4 0\n0\nA\nB\nC\nD\n",
    { "\"elected_so_far\":[0,1]},{\"action\":\"surplus of 1\"",
      "\"picked\":\"B\",\"broken_by\":\"lot\"",
      DECIDED } },
  { "--seats goes before the file",
    "stv",
    NULL,
    1,
    "2 2\n3 1 0\n2 2 0\n0\nA\nB\n",
    { "\"seats\":1", "\"quota\":3", "\"elected\":[0]" } },
  { "as many seats as candidates",
    "stv",
    NULL,
    0,
    "2 2\n3 1 0\n0\nA\nB\n",
    { "\"elected\":[0,1]", "\"filled\":[1]", DECIDED } },
  { "an exclusion moves papers at the value received",
    "stv",
    NULL,
    0,
    "4 2\n6 1 2 3 0\n2 3 0\n2 4 0\n0\nA\nB\nC\nD\n",
    { "\"quota\":4",
      "{\"action\":\"surplus of 0\",\"votes\":[400000,199998,200000,200000],\"non_transferable\":2,",
      "{\"action\":\"exclusion of 1\",\"votes\":[400000,0,399998,200000]" } },
  { "empty and weightless ballots do not raise the quota",
    "stv",
    NULL,
    0,
    "2 1\n3 1 0\n9 0\n0 2 0\n2 2 0\n0\nA\nB\n",
    { "\"ballots\":5,",
      "\"quota\":3",
      "{\"line\":3,\"ballots\":9,\"reason\":\"empty\"}",
      "{\"line\":4,\"ballots\":0,\"reason\":\"weight_zero\"}",
      "\"elected\":[0]" } },
  { "an earlier stage breaks a tie for the lowest",
    "stv",
    NULL,
    0,
    "4 1\n7 1 0\n4 2 0\n3 3 2 0\n1 4 3 2 0\n0\nA\nB\nC\nD\n",
    { "{\"action\":\"exclusion of 2\",\"votes\":[700000,800000,0,0]",
      "\"picked\":\"C\",\"broken_by\":\"earlier_stage\"",
      "\"elected\":[1]",
      DECIDED } },
  { "those without a vote go out in any order",
    "stv",
    NULL,
    0,
    "4 1\n3 1 0\n3 2 1 0\n0\nA\nB\nC\nD\n",
    { "\"broken_by\":\"no_effect\"" } },
};

static const Row condorcet_rows[] = {
  { "who defeats all wins",
    "schulze",
    NULL,
    0,
    ABC "\"ballots\":[[4,[1,2,3]],[3,[3,1,2]],[2,[3,2,1]]]}",
    { "\"pairwise\":[[0,4,4],[5,0,7],[5,2,0]]", "\"winners\":[1]", "\"order\":[1,2,0]" } },
  { "ranked stands above not ranked, equal counts for neither",
    "schulze",
    NULL,
    0,
    ABC "\"ballots\":[[2,[1,null,null]],[1,[1,1,2]]]}",
    { "\"pairwise\":[[0,2,3],[0,0,1],[0,0,0]]", "\"strongest_paths\":[[0,2,3],[0,0,1],[0,0,0]]" } },
  { "a tie of two",
    "schulze",
    NULL,
    0,
    ABC "\"ballots\":[[1,[1,2,3]],[1,[2,1,3]]]}",
    { "\"winners\":[0,1]", "\"picked\":null,\"broken_by\":\"assembly\"", UNDECIDED } },
  { "a tie by the lot",
    "schulze",
    "C\nB\nA\n",
    0,
    ABC "\"ballots\":[[1,[1,2,3]],[1,[2,1,3]]]}",
    { "\"winners\":[1]", DECIDED } },
  { "ranked pairs passes over the weakest of a circle",
    "ranked_pairs",
    NULL,
    0,
    ABC "\"ballots\":[[4,[1,2,3]],[3,[3,1,2]],[2,[2,3,1]]]}",
    { "{\"winner\":1,\"loser\":2,\"for\":7,\"against\":2,\"locked\":true},"
      "{\"winner\":0,\"loser\":1,\"for\":6,\"against\":3,\"locked\":true},"
      "{\"winner\":2,\"loser\":0,\"for\":5,\"against\":4,\"locked\":false}",
      "\"equal_strength_pairs\":0",
      "\"winners\":[0]",
      DECIDED } },
  { "an equal circle is the assembly's",
    "ranked_pairs",
    NULL,
    0,
    ABC "\"ballots\":[[1,[1,2,3]],[1,[3,1,2]],[1,[2,3,1]]]}",
    { "\"equal_strength_pairs\":2",
      "\"winners\":[0,1,2]",
      "\"tied\":[\"A > B\",\"B > C\",\"C > A\"],\"picked\":null",
      UNDECIDED } },
  { "an equal circle by the lot",
    "ranked_pairs",
    "C\nA\nB\n",
    0,
    ABC "\"ballots\":[[1,[1,2,3]],[1,[3,1,2]],[1,[2,3,1]]]}",
    { "\"picked\":\"C > A\",\"broken_by\":\"lot\"", "\"winners\":[2]", DECIDED } },
  { "equal defeats without a circle have no effect",
    "ranked_pairs",
    NULL,
    0,
    ABC "\"ballots\":[[1,[1,2,2]]]}",
    { "\"equal_strength_pairs\":1", "\"broken_by\":\"no_effect\"", "\"winners\":[0]", DECIDED } },
};

static const Row debian_rows[] = {
  { "the quorum is reached exactly",
    "debian",
    NULL,
    0,
    AB "\"default_option\":1,\"quorum\":3,\"ballots\":[[3,[1,2]],[2,[2,1]]]}",
    { "\"dropped\":[]", "\"winners\":[0]" } },
  { "a quorum between two numbers",
    "debian",
    NULL,
    0,
    AB "\"default_option\":1,\"quorum\":3.0000001,\"ballots\":[[3,[1,2]],[2,[2,1]]]}",
    { "\"quorum\":\"3.0000001\"",
      "\"dropped_quorum\":[0]",
      "\"dropped\":[0]",
      "\"winners\":[1]" } },
  { "at least 2 to 1",
    "debian",
    NULL,
    0,
    AB "\"default_option\":1,\"majority_ratio\":[\"2\",\"1\"],\"majority_test\":\"at least\","
       "\"ballots\":[[4,[1,2]],[2,[2,1]]]}",
    { "\"dropped\":[]", "\"winners\":[0]" } },
  { "strictly more than 2 to 1",
    "debian",
    NULL,
    0,
    AB
    "\"default_option\":1,\"majority_ratio\":[\"2\",\"1\"],\"majority_test\":\"strictly greater\","
    "\"ballots\":[[4,[1,2]],[2,[2,1]]]}",
    { "\"dropped_majority\":[0]", "\"winners\":[1]" } },
  { "a ratio of 3/2",
    "debian",
    NULL,
    0,
    AB "\"default_option\":1,\"majority_ratio\":[\"3/2\",1],\"ballots\":[[3,[1,2]],[2,[2,1]]]}",
    { "\"dropped\":[]", "\"winners\":[0]" } },
  { "as many for as against does not defeat",
    "debian",
    NULL,
    0,
    AB "\"default_option\":1,\"ballots\":[[3,[1,2]],[3,[2,1]]]}",
    { "\"dropped_majority\":[0]", "\"winners\":[1]", DECIDED } },
  { "what is dropped cannot decide the rest",
    "debian",
    NULL,
    0,
    ABC "\"default_option\":2,\"majority_ratio\":[\"9\",\"1\",\"1\"],"
        "\"ballots\":[[5,[1,2,3]],[2,[3,1,2]]]}",
    { "\"dropped\":[0]", "\"winners\":[1]" } },
  { "the weakest defeat of the circle is set aside",
    "debian",
    NULL,
    0,
    ABCD "\"default_option\":3,\"ballots\":[[4,[1,2,3,4]],[3,[3,1,2,4]],[2,[2,3,1,4]]]}",
    { "\"schwartz_sets\":[[0,1,2],[0]]", "\"weakest_defeats\":[[1,2,0]]", "\"winners\":[0]" } },
  { "equal weakest defeats go together",
    "debian",
    NULL,
    0,
    ABCD "\"default_option\":3,\"ballots\":[[1,[1,2,3,4]],[1,[3,1,2,4]],[1,[2,3,1,4]]]}",
    { "\"weakest_defeats\":[[1,0,1],[1,1,2],[1,2,0]]", "\"winners\":[0,1,2]", UNDECIDED } },
};

/* B has withdrawn, and C and D share a place on two ballots. */
#define WITHDRAWN "4 2\n-2\n3 2 1 0\n2 4=3 1 0\n2 2 0\n1 3 0\n1 1 2=3=4 0\n0\nA\nB\nC\nD\n"

static const Row blt_rows[] = {
  { "who has withdrawn is passed over and keeps the number",
    "schulze",
    NULL,
    0,
    WITHDRAWN,
    { "\"ballots\":7,\"invalid\":[{\"line\":5,\"ballots\":2,\"reason\":\"all_withdrawn\"}],"
      "\"names\":[\"A\",\"B\",\"C\",\"D\"],\"withdrawn\":[1]",
      "\"pairwise\":[[0,0,4,4],[0,0,0,0],[3,0,0,1],[2,0,0,0]]",
      "\"order\":[0,2,3]",
      "\"winners\":[0]" } },
  { "equal first places are invalid for seats, later ones end the ballot",
    "stv",
    NULL,
    0,
    WITHDRAWN,
    { "\"ballots\":5,",
      "{\"line\":4,\"ballots\":2,\"reason\":\"equal_first\"}",
      "\"quota\":2",
      "{\"action\":\"surplus of 0\",\"votes\":[200000,0,100000,0],\"non_transferable\":200000",
      "\"elected\":[0,2]" } },
  { "who has withdrawn is not put out either",
    "irv",
    NULL,
    0,
    "4 1\n-3 -1\n1 1 2 0\n2 3 4 0\n0\nA\nB\nC\nD\n",
    { "\"rounds\":[[null,1,null,2,0]]", "\"excluded\":[]", "\"winners\":[3]", DECIDED } },
  { "nor elected where seats are left",
    "stv",
    NULL,
    0,
    "4 3\n-1\n5 1 2 0\n0\nA\nB\nC\nD\n",
    { "\"votes\":[0,500000,0,0]", "\"filled\":[2,3]", "\"elected\":[1,2,3]", DECIDED } },
  { "nor tied where nobody votes",
    "ranked_pairs",
    NULL,
    0,
    "3 1\n-2\n0\nA\nB\nC\n",
    { "\"winners\":[0,2]", "\"tied\":[\"A\",\"C\"]", UNDECIDED } },
  { "nor in the lot",
    "plurality",
    "C\nA\n",
    0,
    "3 1\n-2\n1 2 1 0\n1 3 0\n0\nA\nB\nC\n",
    { "\"sums\":[1,0,1]", "\"winners\":[2]", "\"broken_by\":\"lot\"" } },
  { "a place with more candidates than a word has letters",
    "approval",
    NULL,
    13,
    "13 1\n1 1=2=3=4=5=6=7=8=9=10=11=12=13 0\n0\nA\nB\nC\nD\nE\nF\nG\nH\nI\nJ\nK\nL\nM\n",
    { "\"sums\":[1,1,1,1,1,1,1,1,1,1,1,1,1]" } },
};

static void
check_rows (const Row *rows, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *json =
      counting_tally_contents (rows[i].rule, rows[i].contents, rows[i].lot, rows[i].seats, &error);
    g_assert_no_error (error);
    for (guint j = 0; j < EXPECTED_MAX && rows[i].expected[j] != NULL; j++)
      if (strstr (json, rows[i].expected[j]) == NULL)
        g_error ("%s: %s is not in\n%s", rows[i].name, rows[i].expected[j], json);
  }
}

/* First choices, seats, ties, lots and what is not counted. */
static void
test_plurality (void)
{
  check_rows (plurality_rows, G_N_ELEMENTS (plurality_rows));
}

/* Approval, score and dots: their sums and the ballots that break a limit. */
static void
test_sums (void)
{
  check_rows (sum_rows, G_N_ELEMENTS (sum_rows));
}

/* STAR with every step of its own tie rule. */
static void
test_star (void)
{
  check_rows (star_rows, G_N_ELEMENTS (star_rows));
}

/* Instant runoff: rounds, the half, and every way in which a tie for the lowest ends. */
static void
test_irv (void)
{
  check_rows (irv_rows, G_N_ELEMENTS (irv_rows));
}

/* The Scottish rules, stage by stage. */
static void
test_stv (void)
{
  check_rows (stv_rows, G_N_ELEMENTS (stv_rows));
}

/* Schulze and ranked pairs: circles and ties. */
static void
test_condorcet (void)
{
  check_rows (condorcet_rows, G_N_ELEMENTS (condorcet_rows));
}

/* Quorum and majority exactly at their edge, and the search for the winner. */
static void
test_debian (void)
{
  check_rows (debian_rows, G_N_ELEMENTS (debian_rows));
}

/* Files with candidates who have withdrawn and with several in one place. */
static void
test_blt (void)
{
  check_rows (blt_rows, G_N_ELEMENTS (blt_rows));
}

/* A rule that does not fit the ballots says so and counts nothing. */
static void
test_unfit (void)
{
  static const Row rows[] = {
    { "scores asked of rankings",
      "score",
      NULL,
      0,
      AB "\"ballots\":[[1,[1,2]]]}",
      { "score_ballots" } },
    { "seats for a rule that elects one",
      "schulze",
      NULL,
      2,
      AB "\"ballots\":[[1,[1,2]]]}",
      { "--seats" } },
    { "more seats than options",
      "plurality",
      NULL,
      3,
      AB "\"ballots\":[[1,[1,2]]]}",
      { "fewer seats" } },
    { "more seats than stand", "stv", NULL, 0, "2 2\n-1\n1 2 0\n0\nA\nB\n", { "fewer seats" } },
    { "no default option", "debian", NULL, 0, AB "\"ballots\":[[1,[1,2]]]}", { "default_option" } },
    { "a lot that leaves a name out", "irv", "A\n", 0, AB "\"ballots\":[[1,[1,2]]]}", { "“B”" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *json =
      counting_tally_contents (rows[i].rule, rows[i].contents, rows[i].lot, rows[i].seats, &error);
    g_assert_null (json);
    g_assert_nonnull (error);
    if (strstr (error->message, rows[i].expected[0]) == NULL)
      g_error ("%s: %s", rows[i].name, error->message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/ranked-rules/plurality", test_plurality);
  g_test_add_func ("/tally/ranked-rules/sums", test_sums);
  g_test_add_func ("/tally/ranked-rules/star", test_star);
  g_test_add_func ("/tally/ranked-rules/irv", test_irv);
  g_test_add_func ("/tally/ranked-rules/stv", test_stv);
  g_test_add_func ("/tally/ranked-rules/condorcet", test_condorcet);
  g_test_add_func ("/tally/ranked-rules/debian", test_debian);
  g_test_add_func ("/tally/ranked-rules/blt", test_blt);
  g_test_add_func ("/tally/ranked-rules/unfit", test_unfit);
  return g_test_run ();
}
