META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
1;40;Techumbre de la biblioteca común
2;60;Pump
VOTES
voter_id;vote
a;1
b;1,2
c;2
