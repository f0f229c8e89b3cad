package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Before, patch, after: the examples of RFC 6902, appendix A, and the pointers of RFC 6901, section 5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'foo':'bar'} ; [{'op':'add','path':'/baz','value':'qux'}] ; {'foo':'bar','baz':'qux'}",
                "{'foo':['bar','baz']} ; [{'op':'add','path':'/foo/1','value':'qux'}] ; {'foo':['bar','qux','baz']}",
                "{'baz':'qux','foo':'bar'} ; [{'op':'remove','path':'/baz'}] ; {'foo':'bar'}",
                "{'foo':['bar','qux','baz']} ; [{'op':'remove','path':'/foo/1'}] ; {'foo':['bar','baz']}",
                "{'baz':'qux','foo':'bar'} ; [{'op':'replace','path':'/baz','value':'boo'}] ; {'baz':'boo','foo':'bar'}",
                "{'baz':'qux','foo':['a',2,'c']} ; [{'op':'test','path':'/baz','value':'qux'},"
                        + "{'op':'test','path':'/foo/1','value':2}] ; {'baz':'qux','foo':['a',2,'c']}",
                "{'foo':'bar'} ; [{'op':'add','path':'/child','value':{'grandchild':{}}}]"
                        + " ; {'foo':'bar','child':{'grandchild':{}}}",
                "{'/':9,'~1':10} ; [{'op':'test','path':'/~01','value':10},{'op':'remove','path':'/~1'}] ; {'~1':10}",
                "{'foo':['bar']} ; [{'op':'add','path':'/foo/-','value':['abc','def']}] ; {'foo':['bar',['abc','def']]}",
                "{'a':1} ; [{'op':'add','path':'/a','value':null}] ; {'a':null}",
                "{'a':[1]} ; [{'op':'test','path':'/a','value':[1.0]}] ; {'a':[1]}",
                "{'a':1} ; [{'op':'replace','path':'','value':{'b':2}}] ; {'b':2}",
            })
    void operationsDoWhatTheStandardSays(String before, String patch, String after) throws Exception {
        assertThat(JsonPatch.applied(json(before), operations(patch))).isEqualTo(json(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'op':'add','path':'/baz/bat','value':'qux'} ; names a place that is not there",
                "{'op':'remove','path':'/nothing'} ; names a place that is not there",
                "{'op':'replace','path':'/list/2','value':1} ; names a place that is not there",
                "{'op':'add','path':'/list/3','value':1} ; names a place that is not there",
                "{'op':'add','path':'/list/01','value':1} ; names a place that is not there",
                "{'op':'add','path':'/foo/x','value':1} ; names a place in something that holds nothing",
                "{'op':'add','path':'/x'} ; has no value",
                "{'op':'add','path':'x','value':1} ; does not begin with /",
                "{'op':'copy','path':'/deep/in','value':1} ; unknown op copy",
                "{'op':'move','path':'/deep/in','value':1} ; unknown op move",
                "{'op':'add','path':'/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32"
                        + "/33/34/35/36/37/38/39/40/41','value':1} ; goes deeper than 40 names",
                "{'op':'remove','path':''} ; takes everything away",
                "{'op':'spin','path':'/foo'} ; unknown op spin",
                "{'op':'test','path':'/foo','value':'other'} ; expects another value",
            })
    void whatCannotBeDoneIsRefusedNamingTheOperation(String operation, String why) throws Exception {
        JsonNode before = json("{'foo':'bar','list':[1,2],'deep':{}}");
        JsonNode same = before.deepCopy();
        String patch = "[{'op':'add','path':'/first','value':1}," + operation + "]";

        assertThatThrownBy(() -> JsonPatch.applied(before, operations(patch)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Operation 2 of the patch")
                .hasMessageContaining(why);
        assertThat(before).isEqualTo(same);
    }

    @Test
    void whatIsPutInIsNotSharedWithThePatch() throws Exception {
        List<JsonPatch.PatchOperation> patch =
                operations("[{'op':'add','path':'/a','value':[]}," + "{'op':'add','path':'/a/0','value':1}]");

        assertThat(JsonPatch.applied(json("{}"), patch)).isEqualTo(JsonPatch.applied(json("{}"), patch));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static List<JsonPatch.PatchOperation> operations(String text) throws JsonProcessingException {
        return JSON.readValue(text.replace('\'', '"'), new TypeReference<>() {});
    }
}
